/* From a file system browsers run no modules, so that nothing comes to fill the room kept for finding. */
if (location.protocol === "file:") document.documentElement.classList.add("from-file");
