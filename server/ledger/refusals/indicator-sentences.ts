import { asciiFromHex } from "../hex.ts";
import { unpackFigureId, unpackIndicatorId, unpackPeriod } from "../statistics-ids.ts";
import type { SentencesFor } from "./ledger-error.ts";
import { accountWord, regionWord } from "./wording.ts";

/** Why `StatisticsLedger` refuses an act on an indicator, a target or a report. */
export const indicatorSentences: SentencesFor<"Indicators"> = {
  Indicators_Unknown: ({ indicator }) => ({
    zh: `没有指标 ${unpackIndicatorId(indicator)}；请核对指标代码与版本。`,
    en: `there is no indicator ${unpackIndicatorId(indicator)}; check its code and version`,
  }),
  Indicators_Exists: ({ indicator }) => ({
    zh: `指标 ${unpackIndicatorId(indicator)} 已有定义；定义有变时请新立版本。`,
    en: `indicator ${unpackIndicatorId(indicator)} is defined already; a changed definition is a new version`,
  }),
  Indicators_VersionGap: ({ indicator }) => ({
    zh: `指标版本须从 1 起连续编号，${unpackIndicatorId(indicator)} 之前的版本尚未定义。`,
    en: `versions run from 1 without gaps, and the one before ${unpackIndicatorId(indicator)} is not defined`,
  }),
  Indicators_CodeInvalid: ({ code }) => ({
    zh: `“${asciiFromHex(code)}”不能用作代码或计量单位；须为 1 至 16 个大写字母、数字或下划线。`,
    en: `"${asciiFromHex(code)}" is no code and no unit; those are 1 to 16 of the characters A-Z, 0-9 and _`,
  }),
  Indicators_DirectionRequired: () => ({
    zh: "指标定义须注明何时算达标：不低于、不高于，或仅作监测。",
    en: "a definition says when a figure meets its target: at least, at most, or monitored only",
  }),
  Indicators_ScaleTooFine: ({ scale, limit }) => ({
    zh: `小数位数为 ${scale}，最多只能为 ${limit}。`,
    en: `a value has at most ${limit} decimal places, not ${scale}`,
  }),
  Indicators_ValidityInvalid: ({ validFrom, validTo }) => ({
    zh: `有效期不能先于开始期结束：开始为 ${unpackPeriod(validFrom)}，结束为 ${unpackPeriod(validTo)}。`,
    en: `a definition valid from ${unpackPeriod(validFrom)} cannot end with ${unpackPeriod(validTo)}`,
  }),
  Indicators_MappingInvalid: ({ indicator, mapsFrom }) => ({
    zh: `指标 ${unpackIndicatorId(indicator)} 须注明由哪一已有定义衔接而来，所给为 ${unpackIndicatorId(mapsFrom)}。`,
    en: `indicator ${unpackIndicatorId(indicator)} names the existing definition it maps from, and ${unpackIndicatorId(mapsFrom)} is none`,
  }),
  Indicators_Ended: ({ indicator, validTo }) => ({
    zh: `指标 ${unpackIndicatorId(indicator)} 已定于 ${unpackPeriod(validTo)} 终止。`,
    en: `indicator ${unpackIndicatorId(indicator)} ends with ${unpackPeriod(validTo)} already`,
  }),
  Indicators_PeriodOutside: ({ figure, validFrom, validTo }) => ({
    zh: `${unpackFigureId(figure)} 的时期不在指标有效期内：自 ${unpackPeriod(validFrom)} ${validTo === 0 ? "起" : `至 ${unpackPeriod(validTo)}`}。`,
    en: `the period of ${unpackFigureId(figure)} lies outside the definition, valid from ${unpackPeriod(validFrom)}${validTo === 0 ? " on" : ` to ${unpackPeriod(validTo)}`}`,
  }),
  Indicators_RegionOutside: ({ figure, region }) => ({
    zh: `该指标属于${regionWord(region).zh}，${unpackFigureId(figure)} 的地区不在其内。`,
    en: `the indicator is that of ${regionWord(region).en}, in which the region of ${unpackFigureId(figure)} does not lie`,
  }),
  Indicators_TargetExists: ({ figure, revision }) => ({
    zh: `${unpackFigureId(figure)} 已设目标（第 ${revision} 版）；如需变更，请调整目标并说明原因。`,
    en: `${unpackFigureId(figure)} has a target, revision ${revision}; supersede it with a reason`,
  }),
  Indicators_TargetUnknown: ({ figure }) => ({
    zh: `${unpackFigureId(figure)} 尚未设定目标。`,
    en: `${unpackFigureId(figure)} has no target to supersede; set one`,
  }),
  Indicators_TargetSuperseded: ({ figure, revision, latest }) => ({
    zh: `${unpackFigureId(figure)} 现行目标为第 ${latest} 版，不是第 ${revision} 版；请核对后再调整。`,
    en: `the target in force for ${unpackFigureId(figure)} is revision ${latest}, not ${revision}; look again before superseding it`,
  }),
  Indicators_ReportExists: ({ figure, revision }) => ({
    zh: `${unpackFigureId(figure)} 已上报（第 ${revision} 版）；如有误，请更正并说明原因。`,
    en: `${unpackFigureId(figure)} is reported, revision ${revision}; correct it with a reason if it is wrong`,
  }),
  Indicators_ReportUnknown: ({ figure }) => ({
    zh: `${unpackFigureId(figure)} 尚未上报。`,
    en: `${unpackFigureId(figure)} is not reported yet`,
  }),
  Indicators_ReportCorrected: ({ figure, revision, latest }) => ({
    zh: `${unpackFigureId(figure)} 的最新上报为第 ${latest} 版，不是第 ${revision} 版；请核对后再办理。`,
    en: `the latest report of ${unpackFigureId(figure)} is revision ${latest}, not ${revision}; look at it first`,
  }),
  Indicators_AlreadyVerified: ({ figure, revision }) => ({
    zh: `${unpackFigureId(figure)} 第 ${revision} 版已经核实。`,
    en: `revision ${revision} of ${unpackFigureId(figure)} is verified already`,
  }),
  Indicators_OwnReport: ({ figure, account }) => ({
    zh: `${unpackFigureId(figure)} 由账户 ${accountWord(account)} 上报，不能由其自行核实。`,
    en: `account ${accountWord(account)} reported ${unpackFigureId(figure)} and cannot verify it; another statistician does`,
  }),
};
