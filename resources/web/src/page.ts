/** Entry of the page's bundle: run by the host in the application world once the shell is loaded. */
import { installTimers } from './timers.ts';
import { connectHost } from './host.ts';
import { ReportPage } from './report_page.ts';

installTimers();
void connectHost().then((host) => {
  Object.assign(globalThis, { plotleaf: new ReportPage(document, host) });
  host.ready();
});
