#!/bin/sh
# Starts Postgres in the way of the official image: POSTGRES_USER, POSTGRES_PASSWORD and
# POSTGRES_DB are honoured on the first start, and arguments go to the server.
#
# The image holds this shell and Postgres, and not one program more: no cat, mkdir, rm or sleep.

set -eu

# The first process of a container has no default action for signals. Without these a stop
# during the first start would wait for the engine's kill.
trap 'exit 130' INT
trap 'exit 143' TERM

create_cluster() {
    # Through a pipe, because a file with the password could not be removed afterwards.
    # Not synced, because a container ends with its test: no power cut will be survived.
    # The builtin provider, because the image has no locale of the C library; initdb warns of that.
    printf '%s\n' "$POSTGRES_PASSWORD" | initdb \
        --pgdata="$PGDATA" \
        --username="$POSTGRES_USER" \
        --pwfile=/dev/stdin \
        --auth-local=trust \
        --auth-host=scram-sha-256 \
        --encoding=UTF8 \
        --locale-provider=builtin \
        --builtin-locale=C.UTF-8 \
        --no-locale \
        --set=listen_addresses='*' \
        --no-sync
    printf '\nhost all all all scram-sha-256\n' >>"$PGDATA/pg_hba.conf"
}

# Without an address to listen on, nobody outside takes this server for the final one.
create_database() {
    pg_ctl --pgdata="$PGDATA" --wait --options="-c listen_addresses='' -c fsync=off" start
    if [ "$POSTGRES_DB" != postgres ]; then
        printf '%s\n' 'CREATE DATABASE :"database";' | psql \
            --no-psqlrc \
            --set=ON_ERROR_STOP=1 \
            --set=database="$POSTGRES_DB" \
            --username="$POSTGRES_USER" \
            --dbname=postgres
    fi
    pg_ctl --pgdata="$PGDATA" --wait --mode=fast stop
}

case ${1-} in
    '' | -*) set -- postgres "$@" ;;
esac
[ "$1" = postgres ] || exec "$@"

if [ ! -s "$PGDATA/PG_VERSION" ]; then
    : "${POSTGRES_USER:=postgres}"
    : "${POSTGRES_DB:=$POSTGRES_USER}"
    if [ -z "${POSTGRES_PASSWORD-}" ]; then
        echo 'POSTGRES_PASSWORD is not set: give one, as in "-e POSTGRES_PASSWORD=secret"' >&2
        exit 1
    fi
    create_cluster
    create_database
    printf '\nPostgreSQL init process complete; ready for start up.\n\n'
fi

exec "$@"
