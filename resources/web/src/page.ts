/** Entry of the page's bundle: run by the host in the application world once the shell is loaded. */
import { installTimers } from './timers.ts';
import { connectHost } from './host.ts';
import { startPage } from './report_page.ts';

installTimers();
connectHost().then((host) => {
  startPage(document, host);
  host.ready();
});
