/* Large type: the button posts without script; with it the page changes in place and the cookie is kept here. */
zs.commands.size = (button) => {
  const root = document.documentElement, sizes = ["standard", "large", "xlarge"];
  const size = button.value, next = (sizes.indexOf(size) + 1) % 3;
  root.dataset.size = size;
  for (const one of zs.all("[data-cmd=size]")) {
    const name = one.dataset.names.split(",")[next];
    one.value = sizes[next]; one.textContent = name;
    one.setAttribute("aria-label", one.dataset.says.replace("%s", name));
  }
  const kept = `size=${size}&density=${root.dataset.density}&keys=${root.dataset.keys}`;
  document.cookie = `zs-look="${kept}";path=/;max-age=31536000;samesite=lax${location.protocol === "https:" ? ";secure" : ""}`;
  window.dispatchEvent(new Event("resize"));
};
