# Shared by bin/run, bin/test and bin/zhongshu: finds Python, makes the environment.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
venv=${ZHONGSHU_VENV:-$root/.venv}
export PYTHONPATH="$root/src${PYTHONPATH:+:$PYTHONPATH}" PYTHONUTF8=1
export ZHONGSHU_HOME=${ZHONGSHU_HOME:-$root/var}

say() { printf '%s\n' "$*" >&2; }

find_python() {
  local candidate
  for candidate in ${ZHONGSHU_PYTHON:-} python3.13 python3.12 python3.11 python3; do
    if command -v "$candidate" >/dev/null 2>&1 &&
      "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      command -v "$candidate"
      return
    fi
  done
  say "需要 Python 3.11 或更新版本（Debian: apt-get install python3 python3-venv）。"
  say "Python >= 3.11 is needed (Debian: apt-get install python3 python3-venv)."
  exit 1
}

# environment LOCK: makes $venv hold exactly what LOCK names; quick when it does already.
environment() {
  local lock=$1 mark
  mark="$venv/.locked-$(basename "$lock")"
  if [ -f "$mark" ] && cmp -s "$lock" "$mark"; then return; fi
  if [ ! -x "$venv/bin/python" ]; then
    say "第一次启动：正在建立运行环境 $venv（约一分钟）…"
    "$(find_python)" -m venv "$venv" || {
      say "不能建立虚拟环境。Debian 请先执行：apt-get install python3-venv"
      exit 1
    }
  fi
  "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock" || {
    say "安装依赖失败。请检查能否访问 Python 软件源（PyPI 或其镜像），再运行一次。"
    exit 1
  }
  cp "$lock" "$mark"
}
