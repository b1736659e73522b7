# Shared by bin/run, bin/test and bin/zhongshu: finds Python, makes the environment.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
venv=${ZHONGSHU_VENV:-$root/.venv}
export PYTHONPATH="$root/src${PYTHONPATH:+:$PYTHONPATH}" PYTHONUTF8=1
export ZHONGSHU_HOME=${ZHONGSHU_HOME:-$root/var}

say() { printf '%s\n' "$*" >&2; }

# find_python: ZHONGSHU_PYTHON; or the system's own, which is kept safe with the system and built to be quick; or any other.
# One that can make an environment goes before one that first needs a package for it.
find_python() {
  local modules candidate
  for modules in "ensurepip, venv" sys; do
    for candidate in ${ZHONGSHU_PYTHON:-/usr/bin/python3 python3.13 python3.12 python3.11 python3}; do
      if command -v "$candidate" >/dev/null 2>&1 &&
        "$candidate" -c "import sys, $modules; sys.exit(sys.version_info < (3, 11))" 2>/dev/null; then
        command -v "$candidate"
        return
      fi
    done
  done
  if [ -n "${ZHONGSHU_PYTHON:-}" ]; then say "ZHONGSHU_PYTHON=$ZHONGSHU_PYTHON: 不能用 / cannot be used"; fi
  say "需要 Python 3.11 或更新版本（Debian: apt-get install python3 python3-venv）。"
  say "Python >= 3.11 is needed (Debian: apt-get install python3 python3-venv)."
  exit 1
}

# may_install: whether this is a Debian whose packages we may add (root, apt-get there).
may_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; }

# install PACKAGE…: adds Debian packages, saying so.
install() {
  say "正在安装 Debian 软件包：$*（apt-get install --no-install-recommends）"
  apt-get update -qq >&2 && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$@" >&2
}

# make_venv: an empty environment in $venv, or nothing at all.
make_venv() {
  local python
  python=$(find_python) || exit 1
  if ! mkdir -p "$venv" 2>/dev/null || [ ! -w "$venv" ]; then
    say "不能写 $venv：当前用户（$(id -un)）没有权限。请用目录的主人运行，或用 ZHONGSHU_VENV 指定可写的目录。"
    say "Cannot write $venv as $(id -un): run it as the owner of the checkout, or name a folder of your own in ZHONGSHU_VENV."
    exit 1
  fi
  say "第一次启动：正在建立运行环境 $venv（约一分钟）…"
  if ! "$python" -c 'import ensurepip, venv' 2>/dev/null && may_install; then
    install python3-venv
  fi
  "$python" -m venv "$venv" >&2 && return
  rm -rf "$venv"
  say "不能建立虚拟环境。Debian 请先以管理员执行：apt-get install python3-venv"
  exit 1
}

# environment LOCK: makes $venv hold exactly what LOCK names; quick when it does already.
environment() {
  local lock=$1 mark
  mark="$venv/.locked-$(basename "$lock")"
  if [ -f "$mark" ] && cmp -s "$lock" "$mark"; then return; fi
  [ -x "$venv/bin/python" ] || make_venv
  "$venv/bin/python" -m pip install -qq --disable-pip-version-check --no-input --require-hashes -r "$lock" >&2 || {
    say "安装依赖失败。请检查能否访问 Python 软件源（PyPI 或其镜像），再运行一次。"
    exit 1
  }
  cp "$lock" "$mark"
}
