// Starts the circuit and does not give up while the line is bad. The framework itself tries the first connection once, and
// what stays then is a page that looks whole and answers to nothing.
(() => {
  const dialog = document.getElementById("connection-dialog");
  const patience = 4_000;
  const longestPause = 10_000;
  let connected = false;

  const show = () => {
    if (connected || dialog.open) return;
    dialog.classList.add("reconnect-begin");
    dialog.showModal();
  };

  const hide = () => {
    if (!dialog.classList.contains("reconnect-begin")) return;
    dialog.classList.remove("reconnect-begin");
    dialog.close();
  };

  // A line that comes back is used at once.
  const pause = (milliseconds) => new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    addEventListener("online", () => { clearTimeout(timer); resolve(); }, { once: true });
  });

  async function insist(start) {
    const waiting = setTimeout(show, patience);
    for (let failed = 0; !connected;) {
      try {
        await start();
        connected = true;
      } catch {
        // Once may happen; a person need not hear of it.
        if (++failed > 1) show();
        await pause(Math.min(250 * 2 ** failed, longestPause));
      }
    }

    clearTimeout(waiting);
    hide();
  }

  if (!window.Blazor) {
    dialog.classList.add("components-reconnect-failed");
    dialog.showModal();
    return;
  }

  Blazor.start({
    circuit: {
      reconnectionOptions: { dialogId: dialog.id },
      configureSignalR: (builder) => {
        const build = builder.build.bind(builder);
        builder.build = () => {
          const connection = build();
          // Of a connection that once stood the framework takes care.
          if (connected) return connection;
          const start = connection.start.bind(connection);
          connection.start = () => insist(start);
          return connection;
        };
      },
    },
  });
})();
