import type { Texts } from './language.ts';

/** 教督〔2017〕6号: the seven indicators of resource allocation, in the official wording, and how each is counted. */
export const indicatorTexts: Texts = {
  'indicator.R1': ['每百名学生拥有高于规定学历教师数', 'Teachers above the required degree per 100 pupils'],
  'indicator.R1.short': ['高学历教师', 'Degree'],
  'indicator.R1.help': [
    '高于规定学历的专任教师数（小学专科及以上，初中本科及以上）÷ 该学段在校生数 × 100。',
    'Full-time teachers above the required degree (associate or higher in primary, bachelor or higher in junior) ÷ pupils of the stage × 100.',
  ],
  'indicator.R2': ['每百名学生拥有县级以上骨干教师数', 'Backbone teachers (county level or above) per 100 pupils'],
  'indicator.R2.short': ['骨干教师', 'Backbone'],
  'indicator.R2.help': [
    '县级及以上骨干教师数 ÷ 该学段在校生数 × 100。',
    'Backbone teachers recognised by the county or above ÷ pupils of the stage × 100.',
  ],
  'indicator.R3': [
    '每百名学生拥有体育、艺术（美术、音乐）专任教师数',
    'PE and arts (fine art, music) teachers per 100 pupils',
  ],
  'indicator.R3.short': ['体艺教师', 'PE and arts'],
  'indicator.R3.help': [
    '体育、音乐、美术、艺术专任教师数之和 ÷ 该学段在校生数 × 100。50至99人的乡村小规模学校可计入交流轮岗、兼职、走教的教师。',
    'PE, music, fine-art and arts teachers together ÷ pupils of the stage × 100. Rural small schools of 50 to 99 pupils may count visiting teachers.',
  ],
  'indicator.R4': ['生均教学及辅助用房面积', 'Teaching and auxiliary room area per pupil'],
  'indicator.R4.short': ['教学用房', 'Rooms'],
  'indicator.R4.help': [
    '（教学及辅助用房面积 − 室内体育用房面积）÷ 在校生数。多学段学校按学生加权分摊到各学段。',
    '(Teaching and auxiliary rooms − indoor sports rooms) ÷ pupils. Schools of several stages are divided by weighted pupils.',
  ],
  'indicator.R5': ['生均体育运动场馆面积', 'Sports space per pupil'],
  'indicator.R5.short': ['运动场馆', 'Sports'],
  'indicator.R5.help': [
    '（体育馆面积 + 校内运动场地面积）÷ 在校生数。多学段学校按学生加权分摊到各学段。',
    '(Gymnasium + sports field) ÷ pupils. Schools of several stages are divided by weighted pupils.',
  ],
  'indicator.R6': ['生均教学仪器设备值', 'Teaching equipment value per pupil'],
  'indicator.R6.short': ['仪器设备', 'Equipment'],
  'indicator.R6.help': [
    '教学仪器设备资产值（账面原值，万元换算为元）÷ 在校生数。多学段学校按学生加权分摊到各学段。',
    'Book value of teaching equipment (万元 turned into yuan) ÷ pupils. Schools of several stages are divided by weighted pupils.',
  ],
  'indicator.R7': ['每百名学生拥有网络多媒体教室数', 'Networked multimedia classrooms per 100 pupils'],
  'indicator.R7.short': ['多媒体教室', 'Multimedia'],
  'indicator.R7.help': [
    '网络多媒体教室间数 ÷ 在校生数 × 100。多学段学校按学生加权分摊到各学段。',
    'Networked multimedia classrooms ÷ pupils × 100. Schools of several stages are divided by weighted pupils.',
  ],
  'indicator.cv': ['校际差异系数', 'Difference coefficient between schools'],
  'indicator.cv.help': [
    '差异系数 = 标准差 ÷ 平均数；平均数是全县总量之比，标准差按各校学生数加权。越小越均衡。',
    'Difference coefficient = standard deviation ÷ mean; the mean is the ratio of county totals, the deviation is weighted by pupils. The smaller, the more balanced.',
  ],
};
