"""The words of Chinese that the reading of a source rests on; nothing here is a rule."""

from __future__ import annotations


def words(listed: str) -> tuple[str, ...]:
    """Return the words of a table that is written as one string."""
    return tuple(listed.split())


def either(listed: tuple[str, ...]) -> str:
    """Return a pattern for any of some words, the longest first."""
    return "(?:" + "|".join(sorted(set(listed), key=lambda word: (-len(word), word))) + ")"


# What a series of meetings, and one of its meetings, is called.
SERIES = words("""
    对话 磋商 论坛 委员会 联委会 理事会 峰会 会晤 会谈 机制 会议 工作组 圆桌会 协商 年会 联合会 例会
    """)
COUNT = "[轮次届回期]"
# How the number of such a meeting is written.
NUMBER = r"[〇零一二三四五六七八九十百两\d]{1,6}"

# How a joint record names itself.
RECORDS = words("""
    联合公报 联合声明 新闻公报 联合新闻公报 联合新闻稿 公报 会谈纪要 会议纪要 纪要 成果清单 成果文件 联合宣言
    共同声明 谅解 共识 联合公告 主席声明 行动计划 备忘录
    """)
TERMS = words("职权范围 工作章程 章程 工作条例 议事规则 机制方案 工作规则 任务规定 授权范围")

# Bodies and people through whom a party acts; a subject ends with one of them.
PARTY_NOUNS = words("""
    政府 部长 外长 防长 财长 部门 机构 机关 主管部门 有关部门 主管机构 官员 专家 专家组 工作组 领导人 元首 总理
    代表团 团长 秘书处 委员会 海关 警方 警察 检察机关 法院 学院 大学 研究所 研究院 智库 医院 军队 两军 部队 银行
    中心 司局 联络员 联络人 牵头人 主席 部长们 使馆 使领馆 移民局 管理局 总局 总署 首长 高级官员 执法部门 司法部门
    卫生部门 团队 小组 主管司局 双方 牵头部门 协调员 委员 大臣 秘书长 议会 学校
    """)

OFFICES = words("""
    副部长 部长 国务委员 委员长 副总理 总理 副总统 总统 国务秘书 常务秘书 副秘书长 秘书长 书记 副主席 主席 副主任
    主任 副局长 局长 副署长 署长 副司长 司长 总检察长 检察长 首席大法官 大臣 次官 次长 副大臣 副外长 外长 防长 财长
    顾问 特使 大使 代办 特别代表 代表 专员 总监 参赞 厅长 处长 行长 总干事 高级官员 部长助理 助理部长 助理国务卿
    国务卿 副国务卿 院长 司令 参谋长 总警监 警监 总长 国王 首相 副首相 长官 秘书 部长级官员 委员 参事官 审议官
    """)

# Verbs that begin what is to be done; those of the second table go on, those of the third are talk.
DEEDS = words("""
    成立 设立 建立 组建 开设 开通 启动 启用 签署 签订 缔结 商签 修订 制定 制订 起草 编制 编写 编辑 出版 发布 公布
    提交 提供 派遣 增派 选派 派出 举办 举行 召开 主办 承办 组织 安排 完成 批准 核准 通过 加入 参加 参与 邀请 委托
    聘请 任命 指定 指派 更新 升级 改造 修建 修复 建设 建造 开放 开辟 开展 实施 执行 取消 降低 减免 恢复 重新 重开
    延长 延期 设置 采购 购买 捐赠 赠送 资助 出资 承担 支付 拨付 拨款 培训 联合 统一 移交 归还 返还 遣返 引渡 撤销
    关闭 拆除 检查 审查 评估 测试 试行 试点 推出 采取 制作 翻译 印发 分发 递交 送交 互派 互免 互认 实现 办理 颁发
    签发 发放 增设 增加 减少 形成 确定 确立 商定 明确 编纂 登记 备案 缴纳 投资 兴建 铺设 架设 接收 接待 访问 作出
    做出 列入 纳入 交付 开始 停止 终止 暂停 解除 释放 增至 征收 保存 使用 索取 泄露 干扰 干涉 限制 实行 轮流 主持
    搭建 打造 创建 重建 引入 引进 推广 设计 部署 调整 简化 制止 查明 查处 抓捕 缉捕 冻结 没收 分割 转交 转移 转让
    提名 提出 给予 授予 颁布 废除 废止 修改 解决 处理 协办 合办 合编 汇编 落实 兑现 履行 保障 申请 编列 换发 补充
    互换 拟定 草拟 答复 回复
    """)
GOING_ON = words("""
    加强 深化 扩大 拓展 推动 推进 促进 继续 保持 维持 合作 协作 协调 交换 通报 分享 共享 支持 打击 提升 完善 维护
    密切 增进 努力 协助 便利 优化 提高 强化 巩固 增强 发展 改善 防范 防止 预防 遏制 应对 反对 保护 保障 鼓励 参照
    利用 发挥 营造 创造 加快 加大 丰富 充实 夯实 相互 互通 互相 配合 帮助 致力于 致力 坚持 统筹 对接 管控 监测 跟踪
    沟通 联系 传递 充分 助力 联合打击 开拓 挖掘 深入 拓宽 培育 弘扬 服务 满足 确保 守护 治理 整治 用好 落实好 做好
    抓好 办好
    """)
TALKS = words("讨论 磋商 探讨 商谈 研究 商讨 研讨 考虑 谈判 协商 对话 审议 商议 会商 探索 交换意见 交流看法 论证")
RESTRAINTS = words("遵守 尊重 恪守 避免 禁止 克制 严守 遵循 杜绝")
VERBS = (*DEEDS, *GOING_ON, *TALKS, *RESTRAINTS)

# What only tells. What such a verb governs is no undertaking.
TELLING = words("""
    一致认为 认为 强调 重申 欢迎 赞赏 注意到 指出 回顾 评价 高度评价 积极评价 感谢 呼吁 敦促 希望 期待 期望 表示
    相信 认识到 承认 谴责 关切 关注 听取 祝贺 满意 忆及 确认 介绍 肯定 赞同 理解 谈及 谈到 梳理 总结 深信 坚信 乐见
    主张 反对 支持 表达 交换了 讨论了 探讨了 通报了 签署了 完成了 举行了 开展了 进行了 交换意见 建议 提议 提到
    提及 警告 遗憾 忧虑 对此表示 高兴地 满意地 赞扬 共同认为 普遍认为 审议了 审议通过 通过了 达成了 取得了 成立了
    建立了 决心 坚决支持 坚定支持 坚持认为 充分肯定 见证 出席 会见 倡导 牢记 铭记 珍视 视(?=[^，；。]{1,20}为) 正在
    """)
