# A temporary PostgreSQL cluster for tests: started, used, removed. Sourced after lib.sh.
postgres_data="" postgres_url=""

postgres_bin() {
  local newest
  newest=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
  if [ -n "$newest" ] && [ -x "$newest/initdb" ]; then
    echo "$newest"
  elif command -v initdb >/dev/null 2>&1; then
    dirname "$(command -v initdb)"
  fi
}

has_postgres() { [ -n "$(postgres_bin)" ]; }

# as_postgres COMMAND…: PostgreSQL refuses to run as root, so root runs it as its own user.
as_postgres() {
  if [ "$(id -u)" = 0 ]; then
    (cd / && su postgres -s /bin/sh -c "$(printf '%q ' "$@")")
  else
    "$@"
  fi
}

free_port() {
  "$venv/bin/python" - <<'PYTHON'
import socket
for port in range(25432, 25532):  # below the ports that systems give out by themselves
    with socket.socket() as s:
        try:
            s.bind(("127.0.0.1", port))
        except OSError:
            continue
    print(port)
    break
PYTHON
}

# start_postgres FOLDER: sets postgres_url; nothing is kept safe on disk, for speed.
start_postgres() {
  local bin port
  bin=$(postgres_bin)
  port=$(free_port)
  postgres_data=$(mktemp -d /tmp/zhongshu-pg.XXXXXX)
  [ "$(id -u)" = 0 ] && chown postgres "$postgres_data"
  as_postgres "$bin/initdb" --no-sync -A trust -U zhongshu -E UTF8 --locale=C.UTF-8 -D "$postgres_data/data" >"$1/initdb.log" 2>&1 &&
    as_postgres "$bin/pg_ctl" -w -t 60 -D "$postgres_data/data" -l "$postgres_data/server.log" -o \
      "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200" \
      start >"$1/pg_ctl.log" 2>&1 || {
    cat "$1/initdb.log" "$1/pg_ctl.log" "$postgres_data/server.log" >&2 2>/dev/null
    stop_postgres
    return 1
  }
  postgres_url="postgresql://zhongshu@127.0.0.1:$port/postgres"
}

stop_postgres() {
  [ -n "$postgres_data" ] || return 0
  [ -f "$postgres_data/data/postmaster.pid" ] &&
    as_postgres "$(postgres_bin)/pg_ctl" -m immediate -D "$postgres_data/data" stop >/dev/null 2>&1
  rm -rf "$postgres_data"
  postgres_data=""
}
