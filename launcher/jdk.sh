# What ./postern and ./test have in common: what they say, and the JDK and Maven that they find.
# Read by them, with $root and $app set.
# shellcheck shell=sh disable=SC2034,SC2154

least=25

say() {
    printf 'postern: %s\n' "$1" >&2
}

give_up() {
    say "$1"
    exit 2
}

# Sets $runtime to the version of a JDK's folder; fails where there is none, or an old one.
is_jdk() {
    runtime=
    major=0
    [ -n "$1" ] && [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
    while IFS='="' read -r key _ value _; do
        case $key in
            JAVA_VERSION) major=${value%%[.-]*} ;;
            JAVA_RUNTIME_VERSION) runtime=$value ;;
        esac
        [ "$major" != 0 ] && [ -n "$runtime" ] && break
    done <"$1/release"
    [ "${major:-0}" -ge "$least" ] 2>/dev/null
}

# Sets $jdk: what JAVA_HOME says, what the last build took, the PATH, the usual folders.
find_jdk() {
    jdk=${JAVA_HOME:-}
    is_jdk "$jdk" && return
    if [ -r "$app/jdk" ]; then
        read -r jdk <"$app/jdk"
        is_jdk "$jdk" && return
    fi
    java=$(command -v java)
    while [ -h "$java" ]; do
        link=$(readlink "$java")
        case $link in
            /*) java=$link ;;
            *) java=${java%/*}/$link ;;
        esac
    done
    jdk=${java%/bin/java}
    is_jdk "$jdk" && return
    for jdk in /usr/lib/jvm/* /opt/* /opt/*/* /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/* "$HOME"/.jdks/*; do
        [ -x "$jdk/bin/javac" ] && is_jdk "$jdk" && return
    done
    give_up "a JDK $least or later is needed: install one (https://adoptium.net has one for every system), or let JAVA_HOME name it."
}

# Sets $maven.
find_maven() {
    [ -x "$jdk/bin/javac" ] || give_up "$jdk has no compiler: building Postern needs a whole JDK $least or later."
    maven=$(command -v mvn) ||
        give_up "Maven is needed to build Postern: install it, such as by 'apt-get install maven' or 'brew install maven'."
}
