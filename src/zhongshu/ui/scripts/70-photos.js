/* data-shrink="1920" on a file input: photographs longer than that many pixels are sent as JPEG of that length.
   Anything that is not a picture, or cannot be read here, is sent as it is. */
zs.shrink = async (file, longest) => {
  const picture = /^image\/(jpeg|png|webp)$/.test(file.type) && await createImageBitmap(file).catch(() => null);
  const scale = picture ? longest / Math.max(picture.width, picture.height) : 1;
  if (scale >= 1) return file;
  const canvas = Object.assign(document.createElement("canvas"), { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) });
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.82));
  return blob ? new File([blob], file.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg", lastModified: file.lastModified }) : file;
};
document.addEventListener("change", async (e) => {
  const input = e.target, longest = Number(input.dataset && input.dataset.shrink);
  if (!longest) return;
  const given = [...input.files], small = await Promise.all(given.map((file) => zs.shrink(file, longest)));
  if (small.every((file, i) => file === given[i])) return;
  const bag = new DataTransfer();
  small.forEach((file) => bag.items.add(file));
  input.files = bag.files;
});
