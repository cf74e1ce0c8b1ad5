import type { IsoDate } from './dates.js';
import type { Parameter } from './parameters.js';

/**
 * How this office reminds and watches, under any regulation. No regulation sets these numbers. All of them are defaults
 * of this product, and the kit itself asks for them. `from`: the first day on which they count.
 */
export function houseParameters(from: IsoDate): readonly Parameter[] {
  const line = (key: string, value: number, unit: Parameter['unit'], label: string, source = DEFAULT): Parameter => ({
    key,
    label,
    value,
    unit,
    from,
    source,
    grade: 'house',
  });
  return [
    line('idle.after', 20, 'workingDays', '无人推动而视为停滞'),
    line('paused.tooLong', 60, 'days', '停止计时过久的提示'),
    line('lights.yellow', 7, 'days', '到期前亮黄灯', '各项规定均未设定，参照三色督办单'),
    line('reminder.hour', 9, 'hour', '提醒发出的钟点(北京时间)'),
    line('digest.hour', 10, 'hour', '每日汇总消息发出的钟点(北京时间)，在当日提醒之后'),
    line('quiet.from', 21, 'hour', '夜间免打扰开始的钟点(北京时间)；其间紧急消息暂不外发'),
    line('absence.longest', 366, 'days', '一次外出登记最长的天数；更久的到期前再登记'),
    line('quiet.until', 8, 'hour', '夜间免打扰结束的钟点(北京时间)；其间积下的紧急消息此时发出'),
  ];
}

const DEFAULT = '各项规定均未设定，产品默认';
