// Lets an article be dropped on the form. Without this script the file is chosen by hand.
"use strict";
(function () {
  const form = document.querySelector("form[data-drop]");
  const file = document.getElementById("article-file");
  const text = document.getElementById("article-text");
  if (!form || !file) return;
  ["dragenter", "dragover"].forEach(function (name) {
    form.addEventListener(name, function (event) {
      if (!event.dataTransfer || !event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      form.classList.add("over");
    });
  });
  form.addEventListener("dragleave", function (event) {
    if (!form.contains(event.relatedTarget)) form.classList.remove("over");
  });
  form.addEventListener("drop", function (event) {
    form.classList.remove("over");
    if (!event.dataTransfer || !event.dataTransfer.files.length) return;
    event.preventDefault();
    file.files = event.dataTransfer.files;
    text.value = "";
    form.requestSubmit();
  });
})();
