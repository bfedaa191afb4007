#!/usr/bin/env node
import { launch } from "./runtime/launch.mjs";

await launch("scripts/cli/main.ts", process.argv.slice(2));
