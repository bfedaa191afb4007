import { HOSTS } from "./checkout.ts";
import { describeFreshStart } from "./fresh-start.ts";

describeFreshStart(HOSTS.modern);
