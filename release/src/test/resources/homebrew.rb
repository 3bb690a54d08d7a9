# Installs what is in the current folder as a formula says, into a prefix, and runs the formula's
# test: homebrew.rb FORMULA PREFIX. It knows of Homebrew what luakit's formula uses.
require "fileutils"
require "pathname"
require "shellwords"
require "tmpdir"

formula, prefix = ARGV
PREFIX = Pathname.new(prefix)

class Pathname
  def install(*sources)
    mkpath
    sources.flatten.each do |source|
      if source.is_a?(Hash)
        source.each { |from, to| FileUtils.cp_r(from, self/to) }
      else
        FileUtils.cp_r(source, self/File.basename(source))
      end
    end
  end

  def write_env_script(target, variables)
    dirname.mkpath
    settings = variables.map { |name, value| "#{name}=#{Shellwords.escape(value)}" }
    write("#!/bin/bash\n#{settings.join(" ")} exec #{Shellwords.escape(target)} \"$@\"\n")
    chmod(0755)
  end
end

module Language
  module Java
    def self.java_home
      ENV.fetch("JDK_OF_HOMEBREW")
    end
  end
end

class Formula
  class << self
    attr_reader :own_test, :dependencies

    %w[desc homepage url sha256 license].each { |name| define_method(name) { |value| } }

    def depends_on(name)
      (@dependencies ||= []) << name
    end

    def test(&block)
      @own_test = block
    end
  end

  {
    bin: "bin", libexec: "libexec", doc: "share/doc/luakit", man1: "share/man/man1",
    bash_completion: "etc/bash_completion.d", zsh_completion: "share/zsh/site-functions",
    fish_completion: "share/fish/vendor_completions.d"
  }.each { |name, folder| define_method(name) { PREFIX/folder } }

  def testpath
    Pathname.pwd
  end

  def version
    ENV.fetch("HOMEBREW_VERSION_OF_FORMULA")
  end

  def system(*words)
    Kernel.system(*words.map(&:to_s), exception: true)
  end

  def shell_output(line)
    `#{Shellwords.escape(bin)}#{line.delete_prefix(bin.to_s)}`
  end

  def with_env(variables)
    variables.each { |name, value| ENV[name.to_s] = value }
    yield
  ensure
    variables.each_key { |name| ENV.delete(name.to_s) }
  end

  def assert_path_exists(path)
    raise "there is no #{path}" unless path.exist?
  end

  def assert_equal(expected, actual)
    raise "#{expected} is expected, but it is #{actual}" unless expected == actual
  end
end

load formula
raise "it needs a Java" unless Luakit.dependencies == ["openjdk"]

luakit = Luakit.new
luakit.install
luakit.post_install
Dir.mktmpdir { |folder| Dir.chdir(folder) { luakit.instance_eval(&Luakit.own_test) } }
puts "passed"
