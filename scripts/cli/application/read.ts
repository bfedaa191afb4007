import { stat } from "node:fs/promises";
import { dirname, isAbsolute, join, relative } from "node:path";
import { z } from "zod";
import type { Hex } from "../../../server/ledger/hex.ts";
import { ManifestError, manifestDigest, manifestPath } from "../../../server/ledger/manifest.ts";
import { toFailure } from "../chain/failures.ts";
import type { HashedFolder } from "../files/document.ts";
import { type ListedFile, manifestOf } from "../files/folder.ts";
import { contentOf, inOrder, readYaml, type YamlReading } from "../yaml/document.ts";
import { type ApplicationFile, applicationSchema, planProblems, textProblem } from "./schema.ts";

/** Reads an application, looks for its documents and at its plan as a whole: every problem at once. */
export async function readApplication(file: string): Promise<YamlReading<ApplicationFile>> {
  const reading = await readYaml(file, applicationSchema);
  const { content, raw, problemAt } = reading;
  const tooLong = content === undefined ? undefined : textProblem(content);
  const found = [...planProblems(raw), ...(tooLong === undefined ? [] : [tooLong])];
  const problems = found.map(({ path, sentence }) => problemAt(path, sentence));
  for (const [index, path] of documentsNamed(raw).entries()) {
    const sentence = await documentFault(dirname(file), path);
    if (sentence !== undefined) problems.push(problemAt(["documents", index], sentence));
  }
  return { ...reading, problems: inOrder([...reading.problems, ...problems]) };
}

/** The documents a file names, also one that is otherwise wrong. */
function documentsNamed(raw: unknown): readonly string[] {
  const parsed = z.object({ documents: z.array(z.string().min(1)) }).safeParse(raw);
  return parsed.success ? parsed.data.documents : [];
}

/** An application that is complete, with the manifest of its documents. */
export interface Application extends HashedFolder {
  readonly content: ApplicationFile;
  readonly digest: Hex;
}

/**
 * Reads an application and hashes its documents.
 *
 * @throws {CliFailure} that lists every problem of the file.
 */
export async function openApplication(file: string, shownAs: string): Promise<Application> {
  const content = contentOf(shownAs, await readApplication(file));
  const manifest = await manifestOf(await listDocuments(dirname(file), content.documents));
  return { content, manifest, digest: manifestDigest(manifest) };
}

async function listDocuments(folder: string, documents: readonly string[]): Promise<ListedFile[]> {
  return Promise.all(
    documents.map(async (path) => {
      const file = join(folder, path);
      return { file, path: relative(folder, file).replaceAll("\\", "/"), size: (await stat(file)).size };
    }),
  );
}

/** What is wrong with a document of an application, or undefined. */
async function documentFault(folder: string, path: string) {
  if (isAbsolute(path)) {
    return { zh: `材料“${path}”应写相对路径`, en: `document ${path} must be named relative to this file` };
  }
  try {
    manifestPath(relative(folder, join(folder, path)).replaceAll("\\", "/"));
    const found = await stat(join(folder, path));
    return found.isFile() ? undefined : { zh: `材料“${path}”不是文件`, en: `document ${path} is not a file` };
  } catch (error) {
    return error instanceof ManifestError
      ? { zh: `材料“${path}”须在本文件所在的文件夹内`, en: `document ${path} must lie in the folder of this file` }
      : toFailure(error).code === "FILE_MISSING"
        ? { zh: `缺少材料“${path}”`, en: `document ${path} is missing` }
        : toFailure(error).sentence;
  }
}
