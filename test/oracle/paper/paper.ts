import type { Hex } from "../../../server/ledger/hex.ts";
import { unpackPilotId } from "../../../server/ledger/ids.ts";
import type { Said } from "../../support/event-chain.ts";
import { EvidenceBook } from "./evidence-book.ts";
import { PilotBook } from "./pilot-book.ts";
import { Registers } from "./registers.ts";
import { StatisticsBook } from "./statistics-book.ts";
import { SupervisionBook } from "./supervision-book.ts";

/** An event as it was read: with the organisation that its actor's account was bound to. */
export interface Read extends Said {
  readonly organisation: string | null;
  /** The pilot that it is about, when it is about one that applied. */
  readonly pilot: string | null;
}

/**
 * The ledger as somebody would keep it on paper who reads its events one after the other and knows neither the reducers nor the
 * indexes. Everything is looked for by walking over everything.
 */
export class Paper {
  readonly events: Read[] = [];
  readonly registers = new Registers();
  readonly pilots = new PilotBook();
  readonly supervision = new SupervisionBook();
  readonly evidence = new EvidenceBook();
  readonly statistics = new StatisticsBook();

  constructor(events: readonly Said[]) {
    for (const said of events) {
      const organisation = this.registers.organisationOf(said.actor);
      const code = codeOf(said.subject);
      if (said.name === "PilotApplied") this.pilots.apply(code, said);
      const pilot = this.pilots.find(code)?.code ?? null;
      const event = { ...said, organisation, pilot };
      this.events.push(event);
      this.registers.read(event);
      this.pilots.read(event);
      this.supervision.read(event);
      this.evidence.read(event);
      this.statistics.read(event);
    }
  }

  /** The paper as it was after the events that satisfy a condition. */
  upTo(isBefore: (event: Read) => boolean): Paper {
    return new Paper(this.events.filter(isBefore));
  }
}

/** The code of the pilot whose packed id this is; anything for what is none. */
function codeOf(subject: Hex): string {
  try {
    return unpackPilotId(subject);
  } catch {
    return "";
  }
}
