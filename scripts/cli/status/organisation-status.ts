import { ORGANISATION_KIND_LABELS, ORGANISATION_STATUS_LABELS } from "../../../server/ledger/codes/labels.ts";
import { withLedger } from "../chain/ledger.ts";
import { readEvents } from "../chain/logs.ts";
import { organisationName, organisationSubject } from "../chain/organisation-name.ts";
import { bindingView, organisationView } from "../chain/views.ts";
import { refused } from "../failure.ts";
import type { Outcome, Session } from "../session.ts";
import type { OrganisationArgument } from "../values/codes.ts";

/** An organisation of the register with its accounts. */
export async function organisationStatus(session: Session, { code }: OrganisationArgument): Promise<Outcome> {
  return withLedger(session, async (ledger) => {
    const view = await organisationView(ledger, code);
    if (view === undefined) {
      throw refused(
        "Authority_OrganisationUnknown",
        `单位 ${code} 尚未登记。`,
        `organisation ${code} is not in the register`,
      );
    }
    const name = await organisationName(ledger, code);
    const subject = organisationSubject(code);
    const events = await readEvents(ledger, { contract: "Authority", events: ["AccountBound"], subject });
    const bound = events.flatMap((event) => (event.name === "AccountBound" ? [event.args.account] : []));
    const accounts = await Promise.all(
      bound.map(async (address) => ({ address, revokedAt: (await bindingView(ledger, address)).revokedAt })),
    );
    const { language } = session;
    const zh = language === "zh";
    const kind = view.kind === "NONE" ? "" : ORGANISATION_KIND_LABELS[view.kind][language];
    return {
      json: { organisation: code, name, ...view, accounts },
      lines: [
        `${code}  ${name[language]}`,
        `  ${kind} · ${view.region} · ${ORGANISATION_STATUS_LABELS[view.status][language]}`,
        ...accounts.map(
          ({ address, revokedAt }) => `  ${address}${revokedAt === null ? "" : zh ? " 已停用" : " revoked"}`,
        ),
      ],
    };
  });
}
