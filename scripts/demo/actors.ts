import { HDNodeWallet, Mnemonic } from "ethers";
import type { OrganisationKind, Role } from "../../server/ledger/codes/authority.ts";
import type { Bilingual } from "../../server/ledger/codes/bilingual.ts";
import type { Address, Hex } from "../../server/ledger/hex.ts";
import type { Uscc } from "../../server/ledger/uscc.ts";

/*
 * Who acts in the demo. The organisations are fictitious; their codes have correct check digits and belong to nobody. The keys are
 * those of Hardhat's public test mnemonic: worth nothing, known to everybody.
 */

interface DemoOrganisation {
  readonly uscc: Uscc;
  readonly kind: Exclude<OrganisationKind, "NONE">;
  readonly region: string;
  readonly name: Bilingual;
}

/** An account of the demo. */
export interface DemoActor {
  readonly name: string;
  readonly title: Bilingual;
  readonly organisation: Uscc | null;
  /** Held for the whole province and every field. */
  readonly roles: readonly Role[];
  readonly address: Address;
  readonly privateKey: Hex;
}

export const ORGANISATIONS: readonly DemoOrganisation[] = [
  org(
    "11330000009900000B",
    "GOVERNMENT",
    "330000",
    "某省数字经济主管机构",
    "Provincial Digital Economy Office (fictitious)",
  ),
  org(
    "11330000009900070J",
    "GOVERNMENT",
    "330000",
    "某省网络信息监管机构",
    "Provincial Cyberspace Office (fictitious)",
  ),
  org("11330000009900080K", "GOVERNMENT", "330000", "某省统计机构", "Provincial Statistics Office (fictitious)"),
  org("12330000009900090H", "GOVERNMENT", "330000", "某省审计督查机构", "Provincial Audit Office (fictitious)"),
  org(
    "123300000099000109",
    "INSTITUTE",
    "330000",
    "某省软件测评机构",
    "Provincial Software Testing Institute (fictitious)",
  ),
  org(
    "12330100009900020F",
    "INSTITUTE",
    "330100",
    "某高校区块链研究院",
    "University Blockchain Institute (fictitious)",
  ),
  org("12330200009900030M", "INSTITUTE", "330200", "某工程技术研究所", "Engineering Research Institute (fictitious)"),
  org("53330100009900050B", "NOTARY", "330100", "某公证机构", "Notary Office (fictitious)"),
  org("12330000009900060E", "FORENSIC", "330000", "某司法鉴定机构", "Forensic Centre (fictitious)"),
  org("51330000009900040B", "ASSOCIATION", "330000", "某区块链行业协会", "Blockchain Association (fictitious)"),
  org(
    "91330100MA09901100",
    "CARRIER",
    "330100",
    "某软件产业基地运营单位",
    "Software Industry Base Operator (fictitious)",
  ),
  org("11330100009901008G", "GOVERNMENT", "330100", "某市大数据管理机构", "City Big Data Administration (fictitious)"),
  org("113302000099020004", "GOVERNMENT", "330200", "某市不动产登记机构", "City Real Estate Registry (fictitious)"),
  org("11330102009903003C", "COURT", "330102", "某互联网审判机构", "Internet Tribunal (fictitious)"),
  org("91330206MA0990047Y", "ENTERPRISE", "330206", "某汽车零部件企业", "Auto Parts Maker (fictitious)"),
  org("91330108MA0990055H", "ENTERPRISE", "330108", "某金融科技企业", "Fintech Company (fictitious)"),
  org(
    "91330782MA0990063G",
    "ENTERPRISE",
    "330782",
    "某跨境电商服务企业",
    "Cross-border E-commerce Service (fictitious)",
  ),
  org("123305000099070041", "GOVERNMENT", "330500", "某区域医疗中心", "Regional Medical Centre (fictitious)"),
  org("91330300MA099008XM", "ENTERPRISE", "330300", "某电气制造企业", "Electrical Appliance Maker (fictitious)"),
  org(
    "1133048300990900X2",
    "GOVERNMENT",
    "330483",
    "某县级市市场监管机构",
    "County-level Market Regulator (fictitious)",
  ),
  org("91331000MA09901006", "ENTERPRISE", "331000", "某模具企业", "Mould Maker (fictitious)"),
];

/** The accounts, in the order of the mnemonic's addresses. */
export const ACTORS: readonly DemoActor[] = [
  who("administrator", "系统管理员", "Administrator", null, []),
  who("registrar", "受理员", "Registrar", "11330000009900000B", ["REGISTRAR"]),
  who("approver", "审批员", "Approver", "11330000009900000B", ["APPROVER"]),
  who("inspector", "检查员", "Inspector", "11330000009900070J", ["INSPECTOR"]),
  who("decider", "法制审核/负责人", "Decider", "11330000009900070J", ["DECIDER"]),
  who("statistician", "统计员", "Statistician", "11330000009900080K", ["STATISTICIAN"]),
  who("auditor", "审计/督查", "Auditor", "12330000009900090H", ["AUDITOR"]),
  who("expert-testing", "测评专家", "Expert, testing", "123300000099000109", ["EXPERT"]),
  who("expert-university", "高校专家", "Expert, university", "12330100009900020F", ["EXPERT"]),
  who("expert-engineering", "工程专家", "Expert, engineering", "12330200009900030M", ["EXPERT"]),
  who("notary", "公证见证", "Witness, notary", "53330100009900050B", ["WITNESS"]),
  who("forensic", "鉴定见证", "Witness, forensic centre", "12330000009900060E", ["WITNESS"]),
  who("lead-base", "产业基地", "Lead, industry base", "91330100MA09901100", []),
  who("lead-licences", "电子证照试点", "Lead, e-licences", "11330100009901008G", []),
  who("lead-registry", "不动产登记试点", "Lead, real estate registration", "113302000099020004", []),
  who("lead-tribunal", "电子证据试点", "Lead, e-evidence", "11330102009903003C", []),
  who("lead-parts", "质量追溯试点", "Lead, parts traceability", "91330206MA0990047Y", []),
  who("lead-finance", "供应链融资试点", "Lead, receivables finance", "91330108MA0990055H", []),
  who("lead-commerce", "跨境电商试点", "Lead, cross-border e-commerce", "91330782MA0990063G", []),
  who("lead-medical", "处方流转试点", "Lead, prescriptions", "123305000099070041", []),
  who("lead-appliances", "低压电器试点", "Lead, low-voltage appliances", "91330300MA099008XM", []),
  who("lead-food", "食品追溯试点", "Lead, food traceability", "1133048300990900X2", []),
  who("lead-moulds", "模具版权试点", "Lead, mould designs", "91331000MA09901006", []),
].map(withKeys);

function org(uscc: Uscc, kind: DemoOrganisation["kind"], region: string, zh: string, en: string): DemoOrganisation {
  return { uscc, kind, region, name: { zh, en } };
}

type Unkeyed = Omit<DemoActor, "address" | "privateKey">;

function who(name: string, zh: string, en: string, organisation: Uscc | null, roles: readonly Role[]): Unkeyed {
  return { name, title: { zh, en }, organisation, roles };
}

function withKeys(actor: Unkeyed, index: number): DemoActor {
  const mnemonic = Mnemonic.fromPhrase("test test test test test test test test test test test junk");
  const wallet = HDNodeWallet.fromMnemonic(mnemonic, `m/44'/60'/0'/0/${index}`);
  return { ...actor, address: wallet.address as Address, privateKey: wallet.privateKey as Hex };
}
