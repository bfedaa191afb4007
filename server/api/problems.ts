import type { Bilingual } from "../ledger/codes/bilingual.ts";

/** Every kind of problem the API answers with: its HTTP status and its title. The code is stable; the texts may change. */
export const PROBLEMS = {
  INVALID_PARAMETER: { status: 400, title: { zh: "参数无效", en: "Invalid parameter" } },
  UNKNOWN_PARAMETER: { status: 400, title: { zh: "未知参数", en: "Unknown parameter" } },
  REPEATED_PARAMETER: { status: 400, title: { zh: "参数重复", en: "Repeated parameter" } },
  UNKNOWN_CODE: { status: 400, title: { zh: "未知代码", en: "Unknown code" } },
  AS_OF_FUTURE: { status: 400, title: { zh: "查询时点晚于账本", en: "Instant later than the ledger" } },
  BLOCK_TIME_UNKNOWN: { status: 400, title: { zh: "区块时间未知", en: "Time of block unknown" } },
  CURSOR_INVALID: { status: 400, title: { zh: "分页标记无效", en: "Invalid cursor" } },
  CURSOR_MISMATCH: { status: 400, title: { zh: "分页标记与查询不符", en: "Cursor of another question" } },
  MALFORMED_REQUEST: { status: 400, title: { zh: "请求格式错误", en: "Malformed request" } },
  TOKEN_REQUIRED: { status: 401, title: { zh: "需要访问令牌", en: "Access token required" } },
  TOKEN_INVALID: { status: 401, title: { zh: "访问令牌无效", en: "Invalid access token" } },
  TOKEN_EXPIRED: { status: 401, title: { zh: "访问令牌已过期", en: "Expired access token" } },
  TOKEN_REVOKED: { status: 401, title: { zh: "访问令牌已撤销", en: "Revoked access token" } },
  SIGN_IN_REFUSED: { status: 401, title: { zh: "登录未通过", en: "Sign-in refused" } },
  INSUFFICIENT_SCOPE: { status: 403, title: { zh: "权限不足", en: "Insufficient scope" } },
  REGION_OUT_OF_SCOPE: { status: 403, title: { zh: "超出管辖范围", en: "Outside of the jurisdiction" } },
  ROUTE_NOT_FOUND: { status: 404, title: { zh: "没有此地址", en: "No such address" } },
  PILOT_NOT_FOUND: { status: 404, title: { zh: "没有此试点项目", en: "No such pilot" } },
  RECORD_NOT_FOUND: { status: 404, title: { zh: "没有此记录", en: "No such record" } },
  METHOD_NOT_ALLOWED: { status: 405, title: { zh: "不支持此方法", en: "Method not allowed" } },
  NOT_ACCEPTABLE: { status: 406, title: { zh: "没有可接受的格式", en: "No acceptable format" } },
  REQUEST_TIMEOUT: { status: 408, title: { zh: "请求超时", en: "Request timed out" } },
  REORG_DURING_PAGE: { status: 409, title: { zh: "翻页期间链发生重组", en: "Chain reorganised between pages" } },
  TOO_MANY_WEBHOOKS: { status: 409, title: { zh: "推送订阅过多", en: "Too many webhooks" } },
  CONTENT_TOO_LARGE: { status: 413, title: { zh: "请求内容过大", en: "Content too large" } },
  URI_TOO_LONG: { status: 414, title: { zh: "地址过长", en: "Address too long" } },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, title: { zh: "不支持的内容类型", en: "Unsupported media type" } },
  RATE_LIMITED: { status: 429, title: { zh: "请求过于频繁", en: "Too many requests" } },
  TOO_MANY_STREAMS: { status: 429, title: { zh: "事件流过多", en: "Too many streams" } },
  HEADERS_TOO_LARGE: { status: 431, title: { zh: "请求头过大", en: "Header fields too large" } },
  INTERNAL: { status: 500, title: { zh: "服务器内部错误", en: "Internal error" } },
  INDEX_BEHIND: { status: 503, title: { zh: "账本镜像尚未就绪", en: "Mirror not ready" } },
  ISSUER_UNREACHABLE: { status: 503, title: { zh: "身份平台无应答", en: "Identity provider unreachable" } },
  MIRROR_INSPECTING: { status: 503, title: { zh: "账本镜像正在检查存储", en: "Mirror being inspected" } },
  MIRROR_REBUILDING: { status: 503, title: { zh: "账本镜像正在重建", en: "Mirror being rebuilt" } },
  MIRROR_HALTED: { status: 503, title: { zh: "账本镜像已停止", en: "Mirror halted" } },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly title: Bilingual }>>;

export type ProblemCode = keyof typeof PROBLEMS;

/** A parameter that is wrong, and what it should be. */
export interface ParameterFault {
  readonly parameter: string;
  readonly detail: Bilingual;
  /** All the values that would have been right, where they can be listed. */
  readonly valid?: readonly string[];
}

/** A request that cannot be answered, and why: becomes a problem document (RFC 9457). */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly detail: Bilingual;
  readonly errors: readonly ParameterFault[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: ProblemCode,
    detail: Bilingual,
    more: {
      readonly errors?: readonly ParameterFault[];
      readonly headers?: Readonly<Record<string, string>>;
      /** What went wrong, for the log alone. */
      readonly cause?: unknown;
    } = {},
  ) {
    super(detail.en, more.cause === undefined ? undefined : { cause: more.cause });
    this.name = "Problem";
    this.code = code;
    this.detail = detail;
    this.errors = more.errors ?? [];
    this.headers = more.headers ?? {};
  }
}
