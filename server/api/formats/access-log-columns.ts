import type { Question, Recovery } from "../access-log/entry.ts";
import { beijingTime, type Cell, type SheetColumn } from "./columns.ts";

/** An entry of the access log: of a question, or that an unfinished one was cut off. */
interface Entry extends Partial<Question>, Partial<Pick<Recovery, "recoveredBytes">> {
  readonly seq: number;
  readonly at: number;
  readonly previous: string;
  readonly hash: string;
}

const column = (zh: string, en: string, cell: (entry: Entry) => Cell | undefined): SheetColumn<object> => ({
  heading: { zh, en },
  cell: (entry) => cell(entry as Entry) ?? null,
});

/** The access log as a sheet, with what its chain of hashes is checked by. */
export const ACCESS_LOG_COLUMNS: readonly SheetColumn<object>[] = [
  column("序号", "Number", ({ seq }) => seq),
  column("时间（北京时间）", "At (Asia/Shanghai)", ({ at }) => beijingTime(at)),
  column("查询者", "Who", ({ who }) => who?.id),
  column("查询者名称", "Who, name", ({ who }) => who?.name),
  column("凭证种类", "Kind of credential", ({ who }) => who?.kind),
  column("管辖范围", "Jurisdiction", ({ where }) => where),
  column("方法", "Method", ({ method }) => method),
  column("地址", "Address", ({ address }) => address),
  column("状态码", "Status", ({ status }) => status),
  column("错误代码", "Problem", ({ code }) => code),
  column("答复摘要", "Digest of the answer", ({ answer }) => answer),
  column("请求编号", "Request", ({ requestId }) => requestId),
  column("截去的未完成字节", "Unfinished bytes cut off", ({ recoveredBytes }) => recoveredBytes),
  column("前一条哈希", "Hash before", ({ previous }) => previous),
  column("哈希", "Hash", ({ hash }) => hash),
];
