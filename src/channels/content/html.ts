import type { Item, Outgoing } from '../channel.js';
import { dueMark, inLines, sectionsOf, SIGNED, TEST_TEXT, whereabouts } from './wording.js';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (c) => ESCAPES[c]!);

const FONT = `-apple-system,BlinkMacSystemFont,'Segoe UI','PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif`;
const MUTED = 'color:#5f6670;font-size:13px';

function badge(item: Item, today: string): string {
  const mark = dueMark(item, today);
  if (mark === '') return '';
  const [ink, ground] =
    item.dueOn! < today
      ? ['#a8071a', '#fff1f0']
      : item.dueOn === today
        ? ['#8a4b00', '#fff7e6']
        : ['#444b54', '#f2f4f6'];
  return `<span style="display:inline-block;margin-right:6px;padding:0 6px;border-radius:4px;font-size:12px;line-height:20px;font-weight:normal;color:${ink};background:${ground}">${escaped(mark)}</span>`;
}

function row(item: Item, today: string): string {
  const title = escaped(item.title);
  const head = item.link
    ? `<a href="${escaped(item.link)}" style="color:#0958d9;text-decoration:none">${title}</a>`
    : title;
  return `<tr><td style="padding:12px 0;border-top:1px solid #e8eaed">
<div style="font-size:15px;font-weight:600;line-height:22px">${badge(item, today)}${head}</div>
<div style="margin-top:4px">${escaped(item.text)}</div>
<div style="margin-top:4px;${MUTED}">${escaped(whereabouts(item))}</div>
</td></tr>`;
}

/** Writes a message as an HTML mail: inline styles and one column, which every mail program shows. */
export function htmlOf(outgoing: Outgoing): string {
  const message = inLines(outgoing);
  const sections = sectionsOf(message).map(
    ({ kind, items }) => `<h2 style="margin:24px 0 8px;font-size:16px">${kind}（${items.length}项）</h2>
<table role="presentation" width="100%" cellspacing="0" cellpadding="0" style="border-collapse:collapse;font-size:14px;line-height:22px">${items.map((i) => row(i, message.today)).join('\n')}</table>`,
  );
  const all = message.link
    ? `<p style="margin:20px 0 0"><a href="${escaped(message.link)}" style="display:inline-block;padding:8px 16px;border-radius:6px;background:#0958d9;color:#ffffff;text-decoration:none">查看全部</a></p>`
    : '';
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escaped(message.subject)}</title></head>
<body style="margin:0;padding:16px;background:#f2f4f6;color:#1f2329;font-family:${FONT};font-size:14px;line-height:22px;word-break:break-word">
<div style="max-width:640px;margin:0 auto;padding:20px 24px;background:#ffffff;border-radius:8px">
<h1 style="margin:0;font-size:18px;line-height:28px">${escaped(message.subject)}</h1>
${message.kind === 'test' ? `<p>${TEST_TEXT}</p>` : ''}${sections.join('\n')}
${all}
<p style="margin:24px 0 0;padding-top:12px;border-top:1px solid #e8eaed;${MUTED}">${SIGNED}</p>
</div></body></html>`;
}
