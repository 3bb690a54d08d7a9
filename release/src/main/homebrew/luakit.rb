class Luakit < Formula
  desc "Turns Lua scripts into container image builds for BuildKit"
  homepage "@home@"
  url "@url@"
  sha256 "@sha256@"
  license "Apache-2.0"

  depends_on "openjdk" # 25 or later

  def install
    libexec.install "bin", "lib", "types"
    # The user's own JAVA_HOME goes first where it is new enough.
    (bin/"luakit").write_env_script libexec/"bin/luakit", JDK_25: Language::Java.java_home
    bash_completion.install "completions/luakit.bash" => "luakit"
    zsh_completion.install "completions/_luakit"
    fish_completion.install "completions/luakit.fish"
    man1.install Dir["man/man1/*.1"]
    doc.install "README.md", "LICENSE", "THIRD-PARTY.md"
  end

  def post_install
    # The cache with which Java starts in half the time; otherwise made behind the first start.
    with_env(LUAKIT_START_CACHE: "now") { system bin/"luakit", "version" }
  end

  test do
    (testpath/"build.lua").write <<~LUA
      bk.export(bk.image("alpine:3.19"):run("echo hello"))
    LUA
    system bin/"luakit", "build", "--resolve", "never", "-o", "build.pb", "build.lua"
    assert_path_exists testpath/"build.pb"
    assert_equal "luakit #{version}", shell_output("#{bin}/luakit version").chomp
  end
end
