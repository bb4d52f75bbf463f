// Keys in, commands out. A key alone works only outside of fields, without modifiers, and can be switched off.
"use strict";

const Keys = (() => {
  const typing = (target) => target.closest?.("input:not([type=checkbox]), textarea, select, dialog");

  function listen(commands, switched) {
    document.addEventListener("keydown", (event) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.key !== "Escape" && (typing(event.target) || !switched.checked)) return;
      const command = commands[event.key];
      if (command && command(event) !== false) event.preventDefault();
    });
  }

  return { listen };
})();
