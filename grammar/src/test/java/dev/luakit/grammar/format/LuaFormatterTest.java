package dev.luakit.grammar.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.luakit.grammar.LuaSyntaxException;
import org.junit.jupiter.api.Test;

/** How Lua is laid out. */
class LuaFormatterTest {

  private static void formats(String source, String formatted) {
    assertEquals(formatted, LuaFormatter.format(source));
    assertEquals(formatted, LuaFormatter.format(formatted));
  }

  private static void keeps(String formatted) {
    formats(formatted, formatted);
  }

  @Test
  void a_statement_is_a_line_and_spaces_stand_where_they_are_usual() {
    formats(
        "local a,b=1,2 a=a+b*-b;f( a,not b )", "local a, b = 1, 2\na = a + b * -b\nf(a, not b)\n");
    formats("local t={1,2;3,x=1,['y']=2}", "local t = { 1, 2, 3, x = 1, [\"y\"] = 2 }\n");
    formats("x = t . a [ 1 ] : m ( )", "x = t.a[1]:m()\n");
  }

  @Test
  void blocks_are_indented_by_four_spaces_and_never_on_the_line_of_what_begins_them() {
    formats(
        "if a then b() elseif c then d() else e() end",
        """
        if a then
            b()
        elseif c then
            d()
        else
            e()
        end
        """);
    formats(
        "for i=1,3 do for k,v in pairs(t) do print(k) end end",
        """
        for i = 1, 3 do
            for k, v in pairs(t) do
                print(k)
            end
        end
        """);
    formats(
        "local function f(a,...) return ... end function m.a:b() end",
        """
        local function f(a, ...)
            return ...
        end
        function m.a:b() end
        """);
    formats("if a then b() elseif c then end", "if a then\n    b()\nelseif c then\nend\n");
    formats(
        "while a do break end repeat b() until c",
        """
        while a do
            break
        end
        repeat
            b()
        until c
        """);
  }

  @Test
  void of_empty_lines_one_stays_and_none_at_the_ends_of_blocks() {
    formats("\n\na()\n\n\n\nb()\ndo\n\nc()\n\nend\n\n\n", "a()\n\nb()\ndo\n    c()\nend\n");
  }

  @Test
  void comments_stay_with_what_they_stand_at() {
    keeps(
        """
        -- the file

        -- a function
        local function f(--[[in]] a, b --[[out]])
            -- first
            local x = 1 -- one

            --[[ several
              lines ]]
            return x
            -- last
        end

        if a then -- why
            -- nothing yet
        elseif b then
            b() -- b
            -- before else
        else
            -- nothing
        end -- if
        -- the end
        """);
  }

  @Test
  void a_comment_behind_one_in_brackets_stays_on_its_line() {
    keeps("--[[ A part ]]--\n\n--[[\n several\n]]-- of it\nf() --[[ a ]] -- b\n--[[ c ]] -- d\n");
    formats("f(a, --[[ b ]]-- c\n d)", "f(\n    a, --[[ b ]]-- c\n    d\n)\n");
    formats("f() --[[ a\n b ]]   -- c\ng()", "f() --[[ a\n b ]] -- c\ng()\n");
  }

  @Test
  void a_comment_behind_a_line_that_becomes_several_goes_to_the_first_of_them() {
    formats(
        "if a then b() end -- why",
        """
        if a then -- why
            b()
        end
        """);
    formats(
        "for i = 1, 2 do if i then f(i) end end; -- loops",
        """
        for i = 1, 2 do -- loops
            if i then
                f(i)
            end
        end
        """);
    formats(
        "repeat a() until b --[[once]]\ndo a() end -- c",
        """
        repeat --[[once]]
            a()
        until b
        do -- c
            a()
        end
        """);
    formats(
        "local function f(x) return x end -- same\nf(function() return 1 end) -- call",
        """
        local function f(x) -- same
            return x
        end
        f(function() -- call
            return 1
        end)
        """);
    formats(
        "t = {\n a = function() return 1 end, -- a\n b = function() return 2 end -- b\n}",
        """
        t = {
            a = function() -- a
                return 1
            end,
            b = function() -- b
                return 2
            end,
        }
        """);
    formats(
        "if a then --[[first]] b() end -- second",
        """
        if a then
            --[[first]] b()
        end -- second
        """);
    keeps("local function f() end -- nothing\n");
    keeps("f(function(x)\n    return x\nend) -- stays\n");
  }

  @Test
  void a_comment_behind_an_operator_at_a_line_s_end_stays_with_the_operand() {
    formats(
        "x = 'one' .. -- 1\n  'two' .. --[[2]]\n  three -- 3",
        """
        x = "one" -- 1
            .. "two" --[[2]]
            .. three -- 3
        """);
    formats(
        "if a and -- a\n b -- b\n or c then d() end",
        """
        if
            a -- a
                and b -- b
            or c
        then
            d()
        end
        """);
  }

  @Test
  void a_comment_in_the_column_of_the_next_case_is_about_that_one() {
    keeps(
        """
        do
            if a then
                b()
                -- still about b
            -- about c
            elseif c then
                d()

            -- about all else
            -- and more
            else
                e()
            end
        end
        """);
    formats(
        "if a then\n  b()\n-- c\n\nelse\n  d()\n-- e\nend",
        """
        if a then
            b()
        -- c
        else
            d()
            -- e
        end
        """);
    formats(
        "if a then\n-- nothing\nelse\n  d()\nend",
        """
        if a then
            -- nothing
        else
            d()
        end
        """);
  }

  @Test
  void comments_in_tables_and_arguments_give_each_element_a_line() {
    formats(
        "local t = {1, -- one\n2 -- two\n, 3}",
        """
        local t = {
            1, -- one
            2, -- two
            3,
        }
        """);
    formats("f(a, -- first\nb)", "f(\n    a, -- first\n    b\n)\n");
    formats("t = {\n-- nothing\n}", "t = {\n    -- nothing\n}\n");
    formats("f(function(a, -- first\nb) end)", "f(function(\n    a, -- first\n    b\n) end)\n");
  }

  @Test
  void a_comment_in_an_odd_place_goes_to_the_end_of_its_line() {
    formats("local -- a\nx = -- b\n1", "local x = 1 -- a\n-- b\n");
    formats("f -- c\n{ 1 }", "f { 1 } -- c\n");
    formats("x = -- why\n    -- so\n    1", "x = -- why\n    -- so\n    1\n");
    formats("x = 5 - --[[a]] -3", "x = 5 - --[[a]] -3\n");
    formats("x = - --[[a]] y", "x = - --[[a]] y\n");
  }

  @Test
  void what_does_not_fit_into_100_columns_is_broken_from_the_outside_in() {
    String a = "a".repeat(40);
    String b = "b".repeat(40);
    formats(
        "f(" + a + "," + b + ",12345678901234)",
        "f(\n    " + a + ",\n    " + b + ",\n    12345678901234\n)\n");
    formats(
        "x = " + a + " and " + b + " or cccccccccccccccccc",
        "x = " + a + " and " + b + "\n    or cccccccccccccccccc\n");
    formats(
        "if " + a + " and " + b + " and not ccccccccccccccc then d() end",
        "if\n    " + a + "\n    and " + b + "\n    and not ccccccccccccccc\nthen\n    d()\nend\n");
    formats(
        "t = {" + a + "," + b + ",1234567890123}",
        "t = {\n    " + a + ",\n    " + b + ",\n    1234567890123,\n}\n");
    formats(
        "return " + a + "," + b + ",123456789012345",
        "return " + a + ",\n    " + b + ",\n    123456789012345\n");
  }

  @Test
  void several_values_that_do_not_fit_begin_on_the_line_behind_the_equals_sign() {
    String a = "a".repeat(40);
    String b = "b".repeat(40);
    formats(
        "local xxxxx, y = " + a + "," + b + ",1",
        "local xxxxx, y =\n    " + a + ", " + b + ", 1\n");
    formats(
        "local x, y = " + a + "," + b + ",1234567890123",
        "local x, y =\n    " + a + ",\n    " + b + ",\n    1234567890123\n");
  }

  @Test
  void what_can_not_be_broken_begins_on_the_line_behind_the_equals_sign() {
    String a = "a".repeat(60);
    formats("local " + a + " = " + a + "[b].c()", "local " + a + " =\n    " + a + "[b].c()\n");
    formats(
        "local " + a + " = tonumber('" + a + "')",
        "local " + a + " =\n    tonumber(\"" + a + "\")\n");
    keeps("return " + a + "." + a + "\n");
    keeps("for k in " + a + "." + a + " do\n    f()\nend\n");
  }

  @Test
  void columns_are_characters_not_bytes() {
    String e = "\u00C3\u00A9"; // the bytes of one letter
    keeps("x = \"" + e.repeat(92) + "\"\n");
    formats("x = \"" + e.repeat(97) + "\"", "x =\n    \"" + e.repeat(97) + "\"\n");
  }

  @Test
  void a_table_whose_first_field_is_on_a_line_of_its_own_stays_open() {
    formats("t = {1,2,}", "t = { 1, 2 }\n");
    formats("t = {1,2; --[[end]]}", "t = { 1, 2 --[[end]] }\n");
    formats("t = {\n1,2}", "t = {\n    1,\n    2,\n}\n");
    formats("t = {1,\n2}", "t = { 1, 2 }\n");
    formats("t = {\na=1,\n\n\nb=2}", "t = {\n    a = 1,\n\n    b = 2,\n}\n");
  }

  @Test
  void a_list_of_words_keeps_its_rows_and_a_matrix_too() {
    formats(
        "m = {\n 1,0, -- first\n\n -0.5,x; --[[y]] 'z',\n true }",
        """
        m = {
            1, 0, -- first

            -0.5, x, --[[y]] "z",
            true,
        }
        """);
    formats("m = {\n 1, 2,\n {3}, 4 }", "m = {\n    1,\n    2,\n    { 3 },\n    4,\n}\n");
    formats("m = {\n 1, 2, 3 }", "m = {\n    1,\n    2,\n    3,\n}\n");
    String a = "a".repeat(40);
    formats(
        "m = {\n 1, 2,\n " + (a + ", ").repeat(3) + "}",
        "m = {\n    1, 2,\n" + ("    " + a + ",\n").repeat(3) + "}\n");
    formats(
        "m = { {1, 0},\n      {0, 1} }",
        """
        m = {
            { 1, 0 },
            { 0, 1 },
        }
        """);
    formats("m = { {1, 0}, {0,\n 1} }", "m = { { 1, 0 }, { 0, 1 } }\n");
  }

  @Test
  void tables_and_functions_begin_on_the_line_of_their_call() {
    keeps("bk.export(state, {\n    user = \"app\",\n})\n");
    keeps("xpcall(function()\n    f()\nend, function(e)\n    return e\nend)\n");
    keeps("return setmetatable({\n    a = 1,\n}, m)\n");
    formats(
        "bk.export(bk.scratch():copy(built, '/out/server', '/server'), {entrypoint = {'/server'},"
            + " user='app'})",
        """
        bk.export(bk.scratch():copy(built, "/out/server", "/server"), {
            entrypoint = { "/server" },
            user = "app",
        })
        """);
  }

  @Test
  void arguments_of_several_lines_have_their_own_where_others_are_between_or_behind_them() {
    keeps("pcall(function()\n    f()\nend, 5, {})\n");
    keeps("f(5, function()\n    f()\nend, {\n    a = 1,\n})\n");
    keeps("get(\"/\", respond_to({\n    GET = 1,\n}))\n");
    keeps("f(function() end, 5, function() end)\n");
    formats(
        "x = join(key({}, 1, function() a() end), key({}, 2, function() b() end))",
        """
        x = join(
            key({}, 1, function()
                a()
            end),
            key({}, 2, function()
                b()
            end)
        )
        """);
    formats(
        "update(a, function() return 1 end, data, {\n size = 1 })",
        """
        update(
            a,
            function()
                return 1
            end,
            data,
            {
                size = 1,
            }
        )
        """);
  }

  @Test
  void a_function_begins_on_the_line_of_the_text_that_says_what_it_is_for() {
    String text = "a text ".repeat(20);
    keeps("it(\"" + text + "\", function()\n    f()\nend)\n");
    formats(
        "it('" + text + "', function(a) end)",
        "it(\n    \"" + text + "\",\n    function(a) end\n)\n");
  }

  @Test
  void what_goes_on_with_an_operator_or_a_call_on_the_next_line_stands_apart() {
    formats(
        "x = (a -- is it\n and b -- it is\n or c)",
        """
        x = (
            a -- is it
                and b -- it is
            or c
        )
        """);
    formats(
        "f(a and -- is it\n b, 5)",
        """
        f(
            a -- is it
                and b,
            5
        )
        """);
    formats(
        "bk.export(base\n  :run('a')\n  :run('b'), { user = 'x' })",
        """
        bk.export(
            base
                :run("a")
                :run("b"),
            { user = "x" }
        )
        """);
    formats(
        "x = a and b or c\n :d()\n :e()",
        """
        x = a and b
            or c
                :d()
                :e()
        """);
    formats(
        "if a\n :b() then c() end for d in e\n :f() do g() end",
        """
        if
            a
                :b()
        then
            c()
        end
        for d in e
            :f()
        do
            g()
        end
        """);
  }

  @Test
  void tables_and_functions_among_several_values_are_indented_as_one_alone() {
    keeps("return {\n    a = 1,\n}, nil\n");
    keeps("return nil, function()\n    f()\nend\n");
    keeps("local f, x = function()\n    f()\nend, 5\n");
    keeps("return a\n        :b()\n        :c(),\n    nil\n");
  }

  @Test
  void tables_and_functions_behind_an_operator_are_indented_as_one_alone() {
    keeps("M = M or {\n    a = 1,\n}\n");
    keeps("return a and f(function()\n    b()\nend) or 5\n");
    keeps("if f(function()\n    b()\nend) or c then\n    d()\nend\n");
    keeps("(a or function()\n    b()\nend)()\n");
  }

  @Test
  void names_that_do_not_fit_have_a_line_each() {
    String a = "a".repeat(40);
    formats(
        "local " + a + "," + a + "," + a + " = 1",
        "local " + a + ",\n    " + a + ",\n    " + a + " = 1\n");
  }

  @Test
  void a_function_without_statements_does_not_open_the_table_that_it_is_in() {
    keeps("x = { f = function() end, a = 1 }\n");
  }

  @Test
  void calls_in_a_chain_begin_lines_where_they_did_or_where_one_line_is_too_short() {
    keeps("local s = bk.image(\"alpine\"):run(\"true\"):run(\"false\")\n");
    keeps("local s = bk.image(\"alpine\")\n    :run(\"true\")\n    :run(\"false\")\n");
    keeps("local s = base:copy(a, \".\", \"/\")\n    :run(\"true\")\n");
    String command = "x".repeat(40);
    formats(
        "s = bk.image('a'):run('" + command + "'):run('" + command + "')",
        "s = bk.image(\"a\")\n    :run(\"" + command + "\")\n    :run(\"" + command + "\")\n");
    keeps("s = bk.image(\"a\")\n    -- why\n    :run(\"b\") -- how\n    :run(\"c\")\n");
  }

  @Test
  void calls_without_parentheses_stay_what_they_are() {
    formats("f'a' f{1} f[[a]] t.m:n'a'.x()", "f \"a\"\nf { 1 }\nf [[a]]\nt.m:n \"a\".x()\n");
  }

  @Test
  void parentheses_stay() {
    keeps("local x = (f())\nlocal y = ((a + b)) * (c)\nreturn (...)\n");
  }

  @Test
  void a_semicolon_stays_only_before_a_parenthesis_that_would_call_what_is_before_it() {
    formats("a();b();", "a()\nb()\n");
    formats("a(); -- c\n(b or c)();", "a(); -- c\n(b or c)()\n");
    formats("do return; end", "do\n    return\nend\n");
  }

  @Test
  void strings_have_double_quotes_unless_they_contain_some() {
    formats(
        "x = 'a' .. 'it\\'s' .. '\"' .. '\\\\' .. '\\n\\065'",
        "x = \"a\" .. \"it's\" .. '\"' .. \"\\\\\" .. \"\\n\\065\"\n");
    keeps("x = \"it's\" .. \"\\\"\" .. '\"a\" \\'b'\n");
  }

  @Test
  void long_strings_are_not_touched() {
    keeps("x = [==[\n  a\t \n\n ]] b]==]\nt[ [[k]] ] = { [ [[k]] ] = 1, [ [=[x]=] ] = 2 }\n");
    keeps("s = s:run([[\n  set -e\n\n  make]], { cwd = \"/\" })\n");
  }

  @Test
  void what_would_become_another_token_stays_apart() {
    formats("x = - - 1 - - -y", "x = - -1 - - -y\n");
    formats("x = 1 .. 2 ... 3".replace("... ", ".. "), "x = 1 .. 2 .. 3\n");
    formats("x = not not a", "x = not not a\n");
  }

  @Test
  void line_ends_become_line_feeds() {
    formats(
        "a()\r\n\r\nb() -- c\r\nx = [[\r\na\r\nb]]\rc()", "a()\n\nb() -- c\nx = [[\na\nb]]\nc()\n");
    formats("x = 'a\\\r\nb'", "x = \"a\\\nb\"\n");
  }

  @Test
  void lines_that_are_for_others_than_lua_stay_first() {
    formats("#!/usr/bin/env lua\r\n\r\n\r\nx=1", "#!/usr/bin/env lua\n\nx = 1\n");
    formats("#!x\r\r\nx=1", "#!x\nx = 1\n");
    formats("#syntax=image\nx=1", "#syntax=image\nx = 1\n");
    formats("\u00EF\u00BB\u00BFx=1", "\u00EF\u00BB\u00BFx = 1\n");
    formats("#only", "#only\n");
  }

  @Test
  void nothing_stays_nothing() {
    formats("", "");
    formats(" \n\n", "");
    formats("-- only this", "-- only this\n");
  }

  @Test
  void what_is_no_lua_is_refused() {
    LuaSyntaxException e =
        assertThrows(LuaSyntaxException.class, () -> LuaFormatter.format("x = = 1"));
    assertTrue(e.getMessage().contains("unexpected symbol near '='"), e.getMessage());
  }

  @Test
  void what_is_long_or_deep_takes_no_more_time_for_it() {
    keeps("x = 1" + "\n    + 1".repeat(5_000) + "\n");
    keeps("x = f" + "()".repeat(5_000) + "\n");
    keeps("x = f" + "\n    :a()".repeat(5_000) + "\n");
    keeps("t = {\n" + "    1,\n".repeat(5_000) + "}\n");
    LuaFormatter.format("x = " + "{".repeat(150) + "f(a, b)" + "}".repeat(150));
    LuaFormatter.format("x = " + "f(a, {".repeat(90) + "}, b)".repeat(90));
    LuaFormatter.format(
        "x = " + "a:f(function() return ".repeat(60) + "1" + " end):g()".repeat(60));
  }
}
