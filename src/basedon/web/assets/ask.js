// Offers films while one types: a combobox as the ARIA Authoring Practices have it. Without this script the form still asks.
"use strict";
(function () {
  const input = document.getElementById("q");
  const list = document.getElementById("suggestions");
  const told = document.getElementById("told");
  if (!input || !list) return;
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", "suggestions");
  input.setAttribute("aria-expanded", "false");
  let active = -1, asking = null, timer = 0;
  const known = new Map();

  function close() {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }
  function choose(at) {
    const options = list.children;
    if (active >= 0 && options[active]) options[active].setAttribute("aria-selected", "false");
    active = (at + options.length) % options.length;
    const option = options[active];
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", option.id);
  }
  function part(name, text) {
    const made = document.createElement("span");
    made.className = name;
    made.textContent = text;
    return made;
  }
  function show(films) {
    list.replaceChildren();
    films.forEach(function (film, at) {
      const option = document.createElement("li");
      option.id = "suggestion-" + at;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.path = film.path;
      option.append(part("label", film.label), " ", part("verdict-word " + film.basis, film.verdict), " ", part("note", film.note));
      list.append(option);
    });
    active = -1;
    input.removeAttribute("aria-activedescendant");
    const open = films.length > 0 && document.activeElement === input;
    list.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
    told.textContent = films.length ? films.length + (films.length === 1 ? " film" : " films") + " to choose from" : "";
  }
  async function ask() {
    const typed = input.value.trim();
    if (asking) asking.abort();
    if (typed.length < 2) { show([]); close(); return; }
    if (known.has(typed)) { show(known.get(typed)); return; }
    asking = new AbortController();
    try {
      const answer = await fetch("/suggest?q=" + encodeURIComponent(typed), { signal: asking.signal });
      if (!answer.ok) return;
      const films = await answer.json();
      if (known.size > 200) known.clear();
      known.set(typed, films);
      if (input.value.trim() === typed) show(films);
    } catch (error) {
      if (error.name !== "AbortError") close();
    }
  }
  input.addEventListener("input", function () {
    clearTimeout(timer);
    timer = setTimeout(ask, 70);
  });
  input.addEventListener("keydown", function (event) {
    const open = !list.hidden && list.children.length > 0;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) { ask(); return; }
      if (event.key === "ArrowDown") choose(active + 1);
      else choose(active < 0 ? list.children.length - 1 : active - 1);
    } else if (event.key === "Enter" && open && active >= 0) {
      event.preventDefault();
      location.assign(list.children[active].dataset.path);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      close();
    }
  });
  list.addEventListener("mousedown", function (event) { event.preventDefault(); });
  list.addEventListener("click", function (event) {
    const option = event.target.closest("[role=option]");
    if (option) location.assign(option.dataset.path);
  });
  input.addEventListener("blur", close);
})();
