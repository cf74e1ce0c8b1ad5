#!/usr/bin/env bash
# 两个项目列入同一个年度计划，其中620万元的一个走到竣工验收通过；途中每走错一步，都按条文被拒绝。服务须以 CLOCK=simulated 启动。
set -euo pipefail
API=${BIHUAN_URL:-http://localhost:3000}/api/v1

fail() { echo "✗ 与预期不符:$*" >&2; exit 1; }
json() { node -pe "const o = JSON.parse(require('fs').readFileSync(0, 'utf8')); $1"; }
ask() { # 方法 路径 [curl 的其他参数…]：应答放在 BODY,状态码放在 STATUS
  BODY=$(curl -sS -w '\n%{http_code}' -X "$1" "$API$2" -H "authorization: Bearer ${TOKEN:-}" "${@:3}")
  STATUS=${BODY##*$'\n'} BODY=${BODY%$'\n'*}
}
post() { ask POST "$1" -H 'content-type: application/json' -d "$2"; }
as() { # 用户：以下由他办理
  WHO=$1; local kept=TOKEN_${1//-/_}
  if [ -z "${!kept:-}" ]; then
    post /auth/login "{\"username\":\"$1\",\"password\":\"demo-$1\"}"; [ "$STATUS" = 200 ] || fail "$1 登录 $STATUS $BODY"
    printf -v "$kept" %s "$(json o.accessToken <<<"$BODY")"
  fi
  TOKEN=${!kept}
}
event() { # 事件 内容：内容里的 @today 是今天,@fen 是项目金额(分),@year 是计划年度
  local data=${2:-'{}'}; data=${data//@today/$TODAY}; data=${data//@fen/$FEN}; data=${data//@year/$YEAR}
  post "/cases/$CASE/events" "{\"type\":\"$1\",\"data\":$data}"
  LINE="$TODAY $WHO「$(sed -n "/^$1=/{s///p;q}" <<<"$LABELS")」"
}
send() { event "$@"; [ "$STATUS" = 200 ] || fail "$LINE $STATUS $BODY"; echo "✓ $LINE→ $(json o.stateLabel <<<"$BODY")"; }
refused() { # 条文 事件 内容：应当被拒绝
  local clause=$1 says; event "${@:2}"; [ "$STATUS" = 422 ] || fail "$LINE 应为422,实为 $STATUS $BODY"
  says=$(json "(o.refusals.find((r) => r.cite === '$clause') || {}).message || ''" <<<"$BODY"); [ -n "$says" ] || fail "$LINE 应依据$clause拒绝:$BODY"
  echo "✗ $LINE被拒绝，依据$clause:$says"
}
upload() { # 材料种类…
  for kind; do
    ask POST "/cases/$CASE/documents" -F "kind=$kind" -F "file=@-;filename=$kind.pdf;type=application/pdf" < <(printf '%%PDF-1.4\n%% %s\n%%%%EOF\n' "$kind")
    [ "$STATUS" = 201 ] || fail "上传$kind $STATUS $BODY"
  done
}
later() { # 天数：把模拟时钟向前走
  as admin; TODAY=$(node -pe "new Date(Date.parse('$TODAY') + $1 * 864e5).toISOString().slice(0, 10)")
  post /clock "{\"to\":\"${TODAY}T10:00:00+08:00\"}"; [ "$STATUS" = 200 ] || fail "时钟走到 $TODAY:$STATUS $BODY"
}

as admin; ask GET /clock; TODAY=$(json 'o.now.slice(0, 10)' <<<"$BODY"); YEAR=${TODAY%%-*}; later 1
LABELS=; for procedure in project annual-plan; do
  ask GET /procedures/$procedure; LABELS+=$(json 'o.events.map((e) => `${e.type}=${e.label}`).join("\n")' <<<"$BODY")$'\n'
done

UNIT=education FIRM='{"name":"池州智云信息技术有限公司","creditCode":"91341700MA2FGHJK2Y"}'
DESIGNER='{"name":"江淮规划设计院有限公司","creditCode":"91340100MA2ABCDE1X"}'
DESIGN="{\"budgetFen\":@fen,\"designer\":$DESIGNER,\"catalogue\":{\"number\":\"ML-001\"},
  \"sharingChapter\":true,\"securityChapter\":true,\"cryptographyChapter\":true,\"operationChapter\":true}"
EXPERTS='[{"number":"ZJ-1","unit":"评审专家委员会"},{"number":"ZJ-2","unit":"评审专家委员会"},{"number":"ZJ-3","unit":"评审专家委员会"},
  {"number":"ZJ-4","unit":"评审专家委员会"},{"number":"ZJ-5","unit":"评审专家委员会"}]'
MET='{"result":"met"}'; CHECKLIST="{\"informationSecurity\":$MET,\"funds\":$MET,\"archives\":$MET,\"dataSharing\":$MET,\"cryptography\":$MET}"
CONTRACT="{\"signedOn\":\"@today\",\"supplier\":$FIRM,\"amountFen\":@fen,\"ipOwnedByGovernment\":true,\"interfaceFreeMonths\":36}"
OUTSIDE='{"result":"agreed","number":"意见1号","date":"@today"}'
APPROVAL='{"number":"青数批1号","date":"@today","approvedFen":@fen}'
SELF="{\"conclusion\":\"passed\",\"concludedOn\":\"@today\",\"checklist\":$CHECKLIST}"
CONCLUSION="{\"conclusion\":\"passed\",\"concludedOn\":\"@today\",\"checklist\":$CHECKLIST,\"experts\":$EXPERTS}"

on() { # 案件：以下办理它；项目的编号和金额记在 ID_名称、FEN_名称 里
  local id=ID_$1 fen=FEN_$1; CASE=${!id} FEN=${!fen:-0}
}
begin() { # 案件 流程 内容
  post /cases "{\"procedure\":\"$2\",\"data\":$3}"; [ "$STATUS" = 201 ] || return 1
  printf -v "ID_$1" %s "$(json o.id <<<"$BODY")"; on "$1"; echo "✓ $TODAY $WHO「$(json o.title <<<"$BODY")」→ $(json 'o.number + " " + o.stateLabel' <<<"$BODY")"
}
register() { # 案件 项目名称 金额(万元)：登记、申报、入库
  echo; echo "—— $2,$3万元 ——"; as $UNIT; printf -v "FEN_$1" %s $(($3 * 1000000))
  begin "$1" project "{\"title\":\"$2\",\"estimateFen\":$(($3 * 1000000)),\"goal\":\"一网通办\",\"content\":\"业务系统\",\"technicalRoute\":\"政务云\",
    \"basis\":\"年度重点工作\",\"fundingSources\":[\"countyBudget\"],\"projectType\":\"newBuild\",\"category\":\"application\"}" || fail "登记 $STATUS $BODY"
  upload declarationForm; send declare; as data-bureau; send passPreReview '{"similarity":"none","similarityReason":"与在库项目核对，服务对象不同"}'
}
announce() { # 县局启动下年度计划；一年只有一个，已经有了的年份跳过
  as data-bureau; YEAR=$((${TODAY%%-*} + 1)); FEN=0
  until begin plan annual-plan "{\"year\":$YEAR,\"opensOn\":\"$TODAY\",\"closesOn\":\"$TODAY\"}"; do
    [[ $STATUS = 422 && $BODY = *plan.one-per-year* ]] || fail "启动计划 $STATUS $BODY"; YEAR=$((YEAR + 1))
  done
}
planned() { # 案件…：受理申报，逐项联审，专家评审，市、省、县政府，下达；下达后每个项目各自进入审批
  echo; echo "—— 年度计划 ——"; announce
  for project; do on "$project"; as $UNIT; send applyForPlan '{"planYear":@year}'; done
  on plan; as finance; refused '二(一)3' giveJointOpinion '{"opinion":"agree"}' # 还在受理申报
  later 1 # 申报期一过，自己转入联审
  for office in cyberspace development-reform finance data-bureau; do as $office; send giveJointOpinion '{"opinion":"agree"}'; done
  later 4; reviewed; upload planList; send submitPlanToCity '{"date":"@today"}'
  upload cityOpinion provinceOpinion governmentDecision planDocument # 上面定的事，凭文件登记
  send recordPlanCityOpinion "$OUTSIDE"; send recordPlanProvinceOpinion "$OUTSIDE"; send recordPlanDecision "$OUTSIDE"
  send issuePlan '{"number":"青数1号","date":"@today"}'; send publishPlan '{"publishedOn":"@today","where":"县政府网站"}'
  as $UNIT; for project; do
    on "$project"; ask GET "/cases/$CASE"; [ "$(json o.stage <<<"$BODY")" = approval ] || fail "下达后应进入申报审批：$BODY"
    echo "✓ $TODAY 随计划下达，$(json 'o.title + " → " + o.stateLabel' <<<"$BODY")"
  done
}
reviewed() { # 专家评审
  as data-bureau; send beginExpertReview '{"meetingOn":"@today"}'; upload expertOpinion
  send recordExpertReview "{\"date\":\"@today\",\"experts\":$EXPERTS,\"conclusion\":\"passed\"}"
}
built() { # 采购、签约、备案、开工、完工、试运行
  as finance; send confirmFunds '{"number":"青财1号","date":"@today","amountFen":@fen}'; as $UNIT
  send publishTender '{"method":"openTender","publishedOn":"@today","quotes":3,"noExclusiveTerms":true,"ipClause":true}'
  send recordAward "{\"awardedOn\":\"@today\",\"supplier\":$FIRM,\"amountFen\":@fen}"
  send signContract "$CONTRACT"; upload contract priceList; send fileContract
  send publishContract '{"publishedOn":"@today","where":"政府采购网"}'; send reportContract '{"reportedOn":"@today"}'
  send startConstruction '{"startedOn":"@today","implementingBody":"信息中心","responsiblePerson":{"name":"项目责任人","phone":"0566-5020000"}}'
  later 90; as $UNIT; send completeConstruction '{"completedOn":"@today"}'; send startTrial '{"startedOn":"@today"}'; later 100
}

register platform 智慧教育平台 620
as $UNIT; refused '二(一)4' signContract "$CONTRACT" # 未批先建
register network 校园网络改造 200
planned platform network

echo; echo "—— 智慧教育平台 ——"; on platform
as $UNIT; upload feasibilityReport; send submitFeasibility "{\"investmentFen\":@fen,\"designer\":$DESIGNER}"; reviewed; send approve "$APPROVAL"
as $UNIT; upload designScheme budgetStatement dataCatalogue; send submitDesign "$DESIGN"; reviewed
refused '二(二)4' approve "$APPROVAL" # 省级还没有同意
send sendToCity '{"date":"@today"}'; upload cityOpinion; send recordCityReview "$OUTSIDE"
refused '二(二)4' approve "$APPROVAL"
later 30; as data-bureau; upload provinceOpinion; send recordProvinceReview "$OUTSIDE"; send approve "$APPROVAL"
built
as $UNIT; send recordPreliminaryAcceptance '{"date":"@today","conclusion":"passed"}'
upload preliminaryAcceptanceReport; send applyForAcceptance "{\"checklist\":$CHECKLIST}"
as data-bureau; send scheduleAcceptance '{"meetingOn":"@today"}'
refused '二(四)4' concludeAcceptance "$CONCLUSION" # 档案还没有验收
as archives; send recordArchiveAcceptance '{"result":"passed","date":"@today"}'
as data-bureau; upload securityEvidence cryptographyEvidence; send concludeAcceptance "$CONCLUSION"

echo; echo "—— 校园网络改造 ——"; on network
as $UNIT; upload combinedReport dataCatalogue; send submitCombined "$DESIGN"; reviewed; send approve "$APPROVAL"; built
as archives; send recordArchiveAcceptance '{"result":"passed","date":"@today"}'
as $UNIT; refused '二(四)2' selfAccept "$SELF" # 恰好200万元，由县局验收
echo; echo 走完了：两个项目、一个年度计划，六次走错，每次都按条文被拒绝。
