#!/bin/sh
# Makes a Docker engine answer, for machines of CI that have none running.
#
#   engine.sh PIDFILE [LOGFILE]
#
# Leaves the process id of an engine it started in PIDFILE, so that the caller can end what it
# started, and the engine's log in LOGFILE (PIDFILE with .log added, unless given). An engine
# that answers already is left alone: then PIDFILE exists only if an earlier run started it.
# Exits with 1, after one loud line, when no engine can be had.
#
# PYTHON names the interpreter with the Docker SDK (python, unless given); ENGINE_SECONDS bounds
# the wait for a started engine (60).

set -u

fail() {
    echo "ENGINE: NO DOCKER ENGINE: $1" >&2
    exit 1
}

# Asks through the SDK, as testcontainers will; the command line client need not be there.
answers() {
    "$python" -c 'import docker; docker.from_env(timeout=5).ping()' >/dev/null 2>&1
}

# A process id is reused after its process ended, so the program is looked at as well.
is_dockerd() {
    case $(readlink "/proc/$1/exe") in
        */dockerd*) true ;;
        *) false ;;
    esac
}

forget_ended_engine() {
    if [ -e "$pidfile" ] && ! is_dockerd "$(cat "$pidfile")"; then
        rm -f "$pidfile"
    fi
}

install_engine() {
    command -v apt-get >/dev/null || fail "dockerd is not installed, and there is no apt-get"
    echo "engine: installing docker.io, log in $log"
    export DEBIAN_FRONTEND=noninteractive
    timeout 300 apt-get update -q >>"$log" 2>&1 || fail "apt-get update failed, see $log"
    timeout 600 apt-get install -q -y --no-install-recommends docker.io >>"$log" 2>&1 ||
        fail "apt-get install docker.io failed, see $log"
    # Some machines keep sbin out of the path, and the shell remembers what it did not find.
    hash -r
    command -v dockerd >/dev/null || fail "docker.io is installed, but there is no dockerd"
}

start_engine() {
    # A session of its own, so that the end of the caller's terminal or step is not its end.
    setsid dockerd >>"$log" 2>&1 </dev/null &
    engine=$!
    echo "$engine" >"$pidfile"
    deadline=$(($(date +%s) + ${ENGINE_SECONDS:-60}))
    until answers; do
        kill -0 "$engine" 2>/dev/null || give_up "dockerd ended at once"
        [ "$(date +%s)" -lt "$deadline" ] || give_up "dockerd did not answer in time"
        sleep 0.2
    done
}

give_up() {
    kill "$engine" 2>/dev/null
    rm -f "$pidfile"
    tail -n 20 "$log" >&2
    fail "$1, see $log"
}

[ $# -ge 1 ] || fail "usage: engine.sh PIDFILE [LOGFILE]"
pidfile=$1
log=${2:-$1.log}
python=${PYTHON:-python}
PATH=$PATH:/usr/sbin:/sbin

"$python" -c 'import docker' 2>/dev/null ||
    fail "$python cannot import the Docker SDK; install the dev dependencies, or set PYTHON"
forget_ended_engine
if answers; then
    echo "engine: a Docker engine answers"
    exit 0
fi
case ${DOCKER_HOST:-} in
    '' | unix:///var/run/docker.sock | unix:///run/docker.sock) ;;
    *) fail "DOCKER_HOST is set to another engine than a local one, and none answers there" ;;
esac
[ "$(id -u)" = 0 ] || fail "none answers, and only root can start one"
: >"$log" || fail "cannot write $log"
command -v dockerd >/dev/null || install_engine
# Where a service manager runs, the package starts the engine by itself.
answers || start_engine
echo "engine: a Docker engine answers, log in $log"
