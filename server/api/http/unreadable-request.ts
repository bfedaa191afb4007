import { randomUUID } from "node:crypto";
import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { PROBLEMS, type ProblemCode } from "../problems.ts";
import { problemDocument } from "./problem-document.ts";

const CODES: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: "HEADERS_TOO_LARGE",
  ERR_HTTP_REQUEST_TIMEOUT: "REQUEST_TIMEOUT",
};

const DETAILS = {
  HEADERS_TOO_LARGE: {
    zh: "请求行与请求头合计过长，上限为 16384 字节。",
    en: "The request line and its headers together are too long: at most 16384 bytes are read.",
  },
  REQUEST_TIMEOUT: { zh: "请求没有在时限内发完。", en: "The request was not sent in time." },
  MALFORMED_REQUEST: { zh: "请求不是 HTTP 报文。", en: "The request is not HTTP." },
} as const;

/** Answers what cannot be read as a request with a problem document like any other, and ends the connection. */
export function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const code = (CODES[error.code ?? ""] ?? "MALFORMED_REQUEST") as keyof typeof DETAILS;
  const { status } = PROBLEMS[code];
  const document = problemDocument({ code, detail: DETAILS[code], errors: [] }, "en", randomUUID());
  const bytes = Buffer.from(JSON.stringify(document));
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    "Content-Type: application/problem+json",
    `Content-Length: ${bytes.length}`,
    "Content-Language: en",
    "Cache-Control: no-store",
    "Connection: close",
  ];
  socket.end(Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), bytes]));
}
