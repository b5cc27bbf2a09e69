import type { Translated } from '../template.ts'
import type { help as zh } from '../zh-CN/help.ts'

export const help: Translated<typeof zh> = {
  title: 'Help',
  keysTitle: 'Keys',
  keys: {
    'Ctrl + N': 'Register a new record',
    'Ctrl + S': 'Save',
    'Ctrl + K': 'Search (names, pinyin, initials, numbers, words)',
    'Ctrl + L': 'Lock the window',
    'Tab / Shift + Tab': 'Next / previous field',
    'Ctrl + B': 'Enter a dossier from paper (in the list of disputes)',
    'Enter / Ctrl + Enter': 'This field is done, on to the next; in long text Ctrl + Enter',
    'Alt + N': 'The next thing to do',
    'Alt + PageDown / PageUp': 'Next step / step before',
    'Alt + 1 … 5': 'Checks, limits, papers, timeline, more at the right; once more leads back to the field',
    'Ctrl + Z / Ctrl + Y': 'Undo / redo: first in the field being written, then the whole form step by step',
    'Alt + H': 'What this field held before, and who wrote it; it can be taken back',
    'Alt + 0': 'Unknown, refused',
    'Alt + Q / Alt + P': 'In records: question and answer / phrases',
    'Alt + Enter / C / Delete / ↑↓': 'A party, a clause …: add / copy / remove / move',
    F1: 'Open this page',
  },
  topics: {
    day: {
      title: 'The way of a dispute',
      text: 'Register it: parties, type, a short account; Ctrl+S saves. Accept it: date, source, mediators. Write down each session. When the parties agree, write clauses and performance and print a draft; when they are about to sign, give the number and print the final paper. Once all have signed and the seal is put, enter the dates: the agreement is in force, and what is printed can no longer be changed.',
    },
    sheets: {
      title: 'How an old workbook comes in',
      text: 'In the list of posts, trainings or visits choose Import and a file of .xlsx, .xls or .csv. It is read without saving anything: header and columns are found, titles, totals and signatures passed over, each problem told at its cell (such as C17). A column matched by hand is remembered for the next file of that kind; what is the same in all rows (such as the team) is one value. Then the good rows are saved; the others can be written to a workbook, mended there and imported again. A whole import can be taken back; records changed since stay and are named. The same file or row is noticed. An ID number that Excel made a number has lost its last digits and is refused: copy it from the card.',
    },
    lost: {
      title: 'Can half-typed work be lost?',
      text: 'No. Typing is kept as a draft; after a closed window or a power cut it waits under Today. If somebody else saved the same record first, both versions are shown and none is lost.',
    },
    scans: {
      title: 'Scans and photos',
      text: 'Among the papers of a dispute, or in its dossier, drag pictures or PDFs into the dashed frame, choose files, or click the frame and press Ctrl+V. Many at a time: one that fails holds up none of the others. Photos are turned upright and reduced to what printing needs (A4 at about 200 dpi); place and camera are not kept. They are encrypted in the register and are part of every backup. What was taken out can be put back for 30 days and is then erased. JPG, PNG, WebP, BMP and PDF are taken (no password, 200 pages and 60 MB at most); save HEIC and TIFF as JPG first. Scripts and attachments of a PDF are dropped, seals that are seen stay. The paper remains the original; scans are never handed over.',
    },
    clocks: {
      title: 'Periods and reminders',
      text: 'Periods are counted from what is registered: a month from acceptance, 15 days from the application in labour disputes, 30 working days in medical ones (without the time of an appraisal), 30 days from effect for judicial confirmation, each promised day, the follow-up, levels, lent dossiers. A dispute shows them at its right; Today lists what is overdue, due today and within seven days, and prints the list of the week, locked disputes as a number only. Reminders go by the counted day; where it moves over days off is said beside it. An extension counts once both sides have signed and it is ticked.',
    },
    holidays: {
      title: 'Holiday tables',
      text: 'Each year the head imports the table of days off under Settings → Periods and holidays; a year without one is counted but not shifted, and says so. The file comes from the authority above, or is written in an editor as UTF-8 text whose name ends in .jfh, such as: {"layer":"prefecture","year":2027,"off":["2027-10-08"],"work":[],"source":"notice of the prefecture"}. layer is national or prefecture, off are days off, work are weekend days that are worked, [] when there are none.',
    },
    writing: {
      title: 'Writing records and clauses',
      text: 'Records of sessions and inquiries can be written as question and answer: Alt+Q begins 问：, Enter goes on with 答：, Enter again with the next question, Enter on an empty one ends. Alt+P offers phrases, found by their initials; they are sentences of procedure only and are edited in the settings. Amounts in a clause are shown in words below it, and a difference is told. For instalments press “Instalments…” below the performances: total, number and first date; the remainder is in the last.',
    },
    near: {
      title: 'Like another dispute',
      text: 'Where records, facts or clauses of two disputes of one mediator are almost the same, the head sees it under the checks, with a link to the other. Sentences of procedure do not count.',
    },
    unknown: {
      title: 'Something is not known',
      text: 'Choose "unknown" or "refused" beside the field and save. An ID number may be missing; an age alone will do.',
    },
    law: {
      title: 'Red, yellow and small buttons',
      text: 'Red must be mended before saving: an oral agreement in a labour dispute, court confirmation asked for by one party, a session after a party refused. Yellow is a reminder with its reason and law; the case can be saved. A small button beside it fills in what it says when pressed, never by itself. Where the paper came first, tick late entry: the paper is taken as it is, and most of the red becomes yellow.',
    },
    age: {
      title: 'Age, capacity, representatives',
      text: 'An ID number fills sex, birth date and age; what you typed stays. One dossier has one age, that of the day of acceptance. Under 8 no capacity, 8 to 17 limited; from 16 whoever lives on own labour counts as full once ticked. Give the reason where you differ. Whoever lacks full capacity needs a legal representative.',
    },
    types: {
      title: 'Two types and local sub-types',
      text: 'Choose the judicial type once; the governance type is filled in where only one is possible, otherwise choose it once. Sub-types and the mapping are under Settings, Types; every sub-type is summed in one judicial type. Villages are offered from Places and units, and may be typed.',
    },
    ends: {
      title: 'When there is no agreement',
      text: '“Other acts” at the right has them all: not accepted, calmed on the spot, failed, refused, withdrawn, transferred, terminated, with the few things each needs in one place; confirming saves. Not accepting, transferring and terminating are decided by a mediator or the head; a clerk with an approval slip fills in its number and date. Notices of non-acceptance and of termination, the letter of transfer and the consent to an extension are printed under Papers. Once escalation or abuse is ticked there is a report to the police; each urging noted has its notice; with confirmation wanted by both and the court named there is the application, which lists only the clauses ticked as confirmable and is signed by both together.',
    },
    after: {
      title: 'When something comes up afterwards',
      text: 'A filed case takes only loans, box, remarks, secrecy and subsidy. To take it up again the head (or a slip) reopens it with a reason. To change what an agreement in effect says, write a supplement and have it signed and sealed; to talk again, “Mediate again” makes a new case. Where the paper is right and the entry wrong, “Correct an entry”: one proposes, another signs in, compares and confirms; the kept agreement stays. In an office of one everything else is done by one.',
    },
    late: {
      title: 'Cases whose paper came first',
      text: 'Ctrl+B in the list of disputes: one dossier on one screen; Ctrl+S saves it and opens the next, with committee, box, mediators and year kept; a date may be typed as 3.5. Choose “late entry” before the first save; it cannot be chosen or taken back later. Type numbers, dates and result as on the paper, in whatever state it is. The signed original is in the file and the program prints none; mistakes are mended in the form until it is filed, by a correction afterwards. It takes what was done by the day of entry: a result of a later day needs what any other needs.',
    },
    papers: {
      title: 'Papers and blank forms',
      text: 'The papers of a case stand at its right under “Papers”, by stage of the work; those wanted now are unfolded. Each is one line and says what it still needs; “Fill in” leads there, “Print” prints it; drafts and blank forms are under “More”. Before going out, print a set of “Blank forms” (left): how many of each; the numbers are remembered.',
    },
    dossier: {
      title: 'Completing and printing a dossier',
      text: 'Under “Dossiers” closed cases that wait to be filed stand first, with what they lack. In a dossier ↑↓ walks, Enter opens the paper, Space notes “original on file”, Shift+↑↓ chooses several, Ctrl+Z undoes; what is not needed is noted with a reason. Scans are dropped at the right. Every remark of a reviewer leads to the place where it is mended. “Print the whole dossier” (Alt+W) binds cover, contents, papers, scans and back cover as one PDF with right page numbers, printed or left for pencil. An original that lies there on paper alone has pages nobody counted: numbers from it on are left open until it is scanned, or written by hand after binding. The cover waits for who filed it, the day and the retention: so file first, then print the whole, then enter the number of pages with the button. After filing the records do not change; pages and shelf can still be filled in, and the whole can be printed again.',
    },
    review: {
      title: 'Score sheet',
      text: 'In a dossier “Score sheet” shows each row with its points and what the checks propose to take off; the head scores and gives reasons, and prints it. Rows and points, the file list of each kind of dossier and the one-form switch are under Settings → Dossiers; statutory papers can be moved, not left out.',
    },
    paper: {
      title: 'Printing',
      text: 'Print at 100 %, never "fit to page". A draft has no number; the final paper has; after it took effect a reprint is a copy of the original. A character that cannot be printed is named first. A PDF can be saved for another program; it is not encrypted, so delete it after use. Print this page or some (1-3,5); a long job goes out in parts, each when the one before is out, and the last part can be printed again after a jam. A print that did not come out is taken back and not counted.',
    },
    printers: {
      title: 'Printers, test page, values only',
      text: 'Printing works with nothing set. If it is off its place, print the test page in Settings → Printers, measure from the paper’s left and upper edge to the lines (20 mm is right), type the difference as the page says, and print it again with the offset. If the ring is not 45 mm, the print window was not set to 100 %. Old printers: saving ink, dot matrix (bold, 12 pt or more), feeding by hand, fewer pages in a part. Both sides: the binding edge of backs is mirrored and every copy begins on a front; choose the long edge in the print window. Values only (套打) prints onto a bought form; set the place of each paper in the same settings and try it on a spoilt form. Copies of an agreement in effect are printed as kept.',
    },
    opening: {
      title: 'Papers that open a case',
      text: 'A written application is printed as 申请书; an oral one, and a mediation the committee began itself, are taken down in the 受理登记表, which knows sources ① and ② only: who was sent by court, police or petition office is ①, with the sender and letter number beside it. The notice of rights fits on one sheet for two parties. Each 委托代理人 has a power of attorney; its boxes are those chosen at registration, and what has no tick is not given. Wording that varies by place, the heading, the office’s own words and its Tibetan are under Settings, Papers; the program translates nothing.',
    },
    rosters: {
      title: 'Members of the teams: replacement, roster, changes',
      text: 'A record is one person’s time in one post. To replace somebody open the serving record, choose “Replace” and write the day of leaving, the reason and the successor: the old record stays, the successor gets one of their own, and group, village and managers are copied. A later first day leaves a vacancy, which is named; an earlier one is refused. “Leave” has no successor, and the group is listed as vacant. Beside the record stands who led the group when; type a day to know who it was. “Roster” lists who served on any day, “Changes” who came, left and followed in a period; both print without ID numbers, and with phones only when ticked. “Likely doubles” puts two side by side for you to judge; nothing is merged.',
    },
    committee: {
      title: 'A committee’s members and terms',
      text: 'Settings → 调解员 holds members and appointed mediators with duty, sex, full or part time, and term. Below, articles 8 and 9 are checked: three to nine members, one chair, a woman; terms are three years, and the first page reminds from 90 days before. Re-election is a new row. The list of members prints for the justice bureau. The managers of each team stand in Settings → 队伍 and are filled into new members.',
    },
    training: {
      title: 'A training, from plan to file',
      text: 'Register the plan first: topic, form, day and teams. Alt+P prints the sign-in sheet with the names of the roster of that day and room to sign; it has no phone and no ID number. Afterwards Alt+R brings the roster in, Alt+A marks the rest as present, and a name or its initials leads to the exceptions: 2 substitute, 3 leave, 4 absent. A substitute has a name, or Alt+0. Alt+Enter adds somebody from outside. Old sessions may have a head count only; handbooks have copies and signatures. Once the signed sheet is on file, say so. Posts not held on the day are named under the checks.',
    },
    quarter: {
      title: 'Two trainings a quarter',
      text: 'Each training unit owes two trainings a calendar quarter. The page says 0/2, 1/2 or 2/2, and who came to none, to one or to two; numbers open their people, sessions their record. Only what was held counts. A joint session is one session and a credit for each team; handbooks count; a substitute is an attendance but not the member’s own. The unit and the days of the reminder are in the settings. The printed table is the one the quarter asks for.',
    },
    visits: {
      title: 'Visits: from the sheet to the matters',
      text: 'Before going out enter the day, village, group, kind and visitors, and of the households their doors only; doors of the same group can be brought in from its last outing. That is a plan: it counts for nothing and is not handed over. Alt+P prints the sheet, landscape, 12 households to a page; the blank one is in the list. Afterwards type it back in the table; leaflets are taken over from the row above. Write the matter, not the people. Matters with unit and deadline are listed on their page and on the home page, where the result is written; the list prints by unit. Whoever has the mediation book may open a dispute from a request: name, village and words are copied, nothing links the two. Old outings of which only figures are known: tick “figures only”.',
    },
    report: {
      title: 'Reporting',
      text: 'Mediation and teams are two books with a recipient and an encrypted file each. What the screen shows before sealing is all that leaves: no names, phones or addresses of parties and households, and no narratives. A lost stick cannot be read, and the next file brings what was not received. Only a receipt means delivered.',
    },
    figures: {
      title: 'Figures',
      text: '“Figures” adds the teams’ book up by team, village, department and time, for this or the last quarter or year or any days. Every number opens its list, which holds just the records counted; households, people and leaflets are summed below the list. A joint training is one in the total and one for each of its teams. What was only planned does not count. The printed table has room for its maker and its checker to sign. A recipient’s figures are those its units sent, by unit too.',
    },
    cards: {
      title: 'Before the first report',
      text: 'Exchange cards: put your own card on a stick for the recipient, and read theirs. Read the check code aloud by telephone and confirm only if it is the same.',
    },
    numbers: {
      title: 'Numbers',
      text: 'Each committee has one book a year for file numbers and one for agreement numbers; serials begin at 1 each year and are never used again. The file number is taken at acceptance, or at filing if the settings say so; the agreement number when the parties are about to sign: a draft uses none. A number already on paper is typed as it stands, and the program says when it is taken, leaves a gap or names another year. A wrong one: take it back if it was never printed and is the last; otherwise void it with a reason, by the head or with a slip the head has signed. Voided numbers stay in the number book, and gaps are listed there.',
    },
    numbersPaper: {
      title: 'Numbers that go on from the paper',
      text: 'An office that begins in the middle of the year enters the last number on paper in the number book. After a restore, or a copy on another computer, each book asks for it once before it goes on, because the register does not know what was given after the backup: look at the paper. If the clock was set back, or the number is for a year gone by, the program asks whether the date is right.',
    },
    committees: {
      title: 'Committees and renaming',
      text: 'Enter each committee’s name as on its seal, its kind and its patterns in the settings. After a renaming, give the old name its last day and add the new one: old files keep the old name, and each name has its own numbers. A numbered dispute is not moved to another committee before its number is taken back or voided.',
    },
    places: {
      title: 'Places and units, renaming, merging',
      text: 'Both books keep one list: townships, villages, communities, grids, groups and managing departments. An empty list offers the ten townships and streets of Hezuo; a table of codes is imported from Excel (code, name, under, level; the upper place by code or name). For a renaming, open the entry and change its name: the old one stays among its former names and what stands under it follows. For a merging fill in the last day and where it went; do not remove it. Old and merged names are still found by typing them or their initials, and say what they are now; a record of a later day is reminded, one of before is not. The list never leaves the office.',
    },
    duty: {
      title: 'Duty and joint meetings',
      text: 'Duty and patrols: date, place, teams, people; several days count everybody once a day. Old records without names have their person-times only. Name the festival and the person-times are added up by it; the month’s list is printed from the list of duties. Write what was found, not about whom. Joint meetings: decisions one by one with unit, function, date and progress; the minutes are printed for the chair and the recorder to sign, and a blank form from the list.',
    },
    backup: {
      title: 'Backup and restore',
      text: 'The program makes backups on a timer and counts only those it has reopened. Keep one on a second drive or stick. On a new PC choose "restore from a backup", the file, and the old password or recovery code.',
    },
    code: {
      title: 'Passwords and the recovery code',
      text: 'An administrator can set a forgotten password; otherwise use the recovery code. Print it twice and keep two sealed envelopes in two places. Without any password or code nobody can open the register. Try once a year, under Settings, My password, whether the code still opens it; then make a new one and seal it again.',
    },
    secret: {
      title: 'Confidential disputes',
      text: 'Domestic violence, minors, sexual harm or whatever you mark: only those on its need-to-know list can see it, nobody else finds it in lists, search or home page. The list is under More beside the dispute and kept by those on it; one person always stays. When its last person leaves the office it goes to the heads; set back to ordinary, the list is void. Words copied in such a dispute are cleared from the clipboard at the lock; what was pasted elsewhere or kept in the system’s clipboard history cannot be. It leaves only as part of sums.',
    },
    access: {
      title: 'Access log',
      text: 'Who opened confidential disputes, searched, printed, saved a PDF, reported, signed in or was refused, changed settings or users. The mediation head reads it monthly, marks it as read and can print and sign it. A head who is not on a list reads only "Confidential dispute".',
    },
    turnover: {
      title: 'When somebody leaves',
      text: 'Staff turnover lists open disputes with their next date, the last number of each book, dossiers by box, loans that are out, and who keeps sticks and envelopes. Print it; giver, taker and witness sign. Loans are entered in the dispute, under Closing and filing.',
    },
    table: {
      title: 'Many rows at once',
      text: "The households of an outing and the attendances of a training can be typed as a table; it stays a table the next time. In the lists of members, trainings and others “Type as a table” enters many new records (5,000 at most). Copy a block in Excel or WPS, go to a cell and press Ctrl+V: rows are added as needed, and what finds no place is told. Tab goes right, Enter down (to the column where Tab began), Shift with arrows chooses a range, Ctrl+D fills it with its first row, Ctrl+' takes the row above, Delete clears, Ctrl++ inserts and Ctrl+- deletes rows; Ctrl+Z takes back every step. Codes are typed in full, by initials or by their digit. What cannot be read stays in its cell, marked, until it is mended; F8 goes to the next. A table with one wrong row is not saved at all; after a power cut in the middle the rest is in the draft, and nothing is saved twice. To leave the table press Esc, then Tab.",
    },
    plain: {
      title: 'Unencrypted files',
      text: 'Saved PDFs lie unencrypted in the folder 明文文件（用后删除）. After seven days Today reminds you and can empty it; only files the program wrote are deleted.',
    },
    never: {
      title: 'What is not kept here',
      text: 'No lists of persons to be watched, no tip-offs or who gave them, no belief or political affiliation, no scores of people or households. No state secrets.',
    },
  },
}
