/** Words of the command line. Its errors are those of `errors.ts`. */
export const cli = {
  usage: `用法：npm run -s jiefenbu -- <命令>
  call <调用名> <JSON> [--user 姓名]             调用一项功能，打印结果
  verify <文件> [--book mediation|teams]         核对一个报送文件
  city init --name 名称 --code 编码 --book 台账类 --user 管理员   建立上级接收登记簿
  city import <文件…> [--book 台账类]            导入报送文件
  city status [--book 台账类]                    各单位报送状态
  demo --out 文件夹 [--cases 数] [--seed 数] --json   演示全过程
  sample --profile hezuo --out 文件夹 [--seed 数] --json   全市规模的队伍样本：各单位登记、报送，上级导入
公共选项：--data 数据文件夹（或环境变量 JIEFENBU_DATA）
密码：环境变量 JIEFENBU_PASSWORD，或 --password-file 文件；不能写在命令里。`,
  unknownCommand: '没有这个命令：{name}',
  badJson: '输入不是有效的 JSON。',
  missing: '缺少：{name}',
  badOption: '选项不对：{detail}',
  noPassword: '需要密码：请用环境变量 JIEFENBU_PASSWORD 或 --password-file。',
  passwordFile: '读不到密码文件。',
  noUser: '没有这个用户：{name}',
  whichUser: '登记簿有多个用户，请用 --user 指明。',
  whichBook: '请用 --book 指明 mediation（调解）或 teams（队伍）。',
  noProfile: '没有这种样本：{name}；现有：{known}。',
  noFile: '找不到文件：{name}',
  notEmpty: '输出文件夹不是空的：{name}',
  notANumber: '{name} 要是 {min} 到 {max} 之间的整数。',
  difference: '核对不符：{what}',
  jobLost: '这项工作没有结果。',
} as const
