/** What `pilot init` writes: an application to fill in, every entry explained in both languages. */
export const APPLICATION_TEMPLATE = `# 试点申报文件 Application of a pilot
# 填写后请先检查：pilot-ledger pilot validate pilot.yaml
# Fill it in, then check it: pilot-ledger pilot validate pilot.yaml

# 所申报的批次 The programme applied to
programme: ZJ-2019-PILOT-1

# 地区代码（GB/T 2260，六位）与领域代码；可用的见 pilot-ledger codes
# Region (GB/T 2260, six digits) and field; pilot-ledger codes lists them
region: "330100"
field: JUD

# 标题、摘要、平台将公开，请勿写入个人信息或保密内容
# Title, summary and platform are public: no personal data, nothing confidential
title:
  zh: 试点名称
  en: Name of the pilot
summary:
  zh: 一两句话说明试点做什么。
  en: One or two sentences on what the pilot does.
platform: Hyperledger Fabric 1.4, 5 nodes

# 预算，元，至多两位小数 Budget in yuan, at most two decimals
budget: 1200000.00

# 若重新申报已结束的试点，填其编号 The earlier pilot that this one takes up again, if any
# predecessor: ZJ-2018-330100-JUD-0001

# 申报材料（相对本文件的路径）；只有摘要上链，文件不上传
# Documents, relative to this file; only digests go on the ledger, nothing is uploaded
documents:
  - application/application-form.pdf
  - application/pilot-plan.pdf

# 里程碑按顺序编号 M1、M2……；due 当日 23:59:59（北京时间）截止；weight 为百分数，合计 100
# Milestones are numbered M1, M2, … in this order; due ends at 23:59:59 Asia/Shanghai; weights are percent and add up to 100
milestones:
  - kind: KICKOFF
    title: { zh: 启动, en: Kick-off }
    due: 2019-06-30
    weight: 10
  - kind: PROTOTYPE
    title: { zh: 原型系统, en: Prototype }
    due: 2019-12-31
    weight: 40
    dependsOn: [1] # 须先通过的里程碑 milestones that come first
    evidence: [DESIGN_DOC, TEST_REPORT] # 必须提交的佐证材料 evidence a submission must carry
  - kind: TRIAL_RUN
    title: { zh: 试运行, en: Trial run }
    due: 2020-06-30
    weight: 50
    dependsOn: [2]
    evidence: [TRIAL_RUN_REPORT]
    # mandatory: false 表示可选 makes a milestone optional
`;
