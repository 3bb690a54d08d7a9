<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="luakit test" tests="1" failures="0" errors="0" skipped="0" time="0.000">
  <testsuite name="/tmp/junit-15063832353197052772/a_test.lua" tests="1" failures="0" errors="0" skipped="0" time="0.000">
    <testcase classname="/tmp/junit-15063832353197052772/a_test.lua" name="passes" file="/tmp/junit-15063832353197052772/a_test.lua" time="0.000"/>
  </testsuite>
</testsuites>
