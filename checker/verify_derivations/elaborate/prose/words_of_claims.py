"""**The tables of words** that stand beside claims and take nothing back of them, with those of statements.

Words that deny, doubt, quote, narrow, compare or change something are in none of them, on purpose.
"""

from __future__ import annotations


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


CALCULATING = _words(
    "account achieve act acts add added adding adds aggregate agree agrees allow allows amount analyse",
    "analyze appear appears applied applies apply arise arises arrange arranged arrive arrives assemble",
    "backpropagate backpropagated backpropagates belong belongs bring brings build builds built calculated",
    "calculating cancel canceling cancelled cancelling cancels carried carries carry chain check checking",
    "checks clear collect collected collecting collects combine combined combines combining come comes",
    "coming compare compared compares comparing complete completed completes completing compose composed",
    "composing computed concern concerns confirm confirmed confirming confirms connect connects conserved",
    "consist consists constitute contain contained contains contribute contributes convert converting",
    "correspond corresponding count counting counts decompose decomposed decomposes decomposing deduced",
    "deducing define demonstrate demonstrates denoting depend dependent depending depends derived derives",
    "deriving describe described describes determine determined determines determining develop diagonalize",
    "differentiate differentiated differentiates differentiating disappear disappears distribute",
    "distributing do does doing done ease ends ensure ensures enter enters equate equated equating establish",
    "established establishes estimated evaluate evaluated expand expanded expands explain explained express",
    "expresses expressing extend extract factor factored factoring factorise factorises factorising",
    "factorize factorizes factorizing falls feed feeds figure find finding finds finish finishes fits flow",
    "flows formulate formulated gather gathering gathers generalise generalises generalize generalizes",
    "generate generated getting giving go goes going got group grouped grouping groups grow grows happens",
    "help helps identified identify identifying illustrate illustrates imposing include included includes",
    "including indicate indicates insert inserted inserts integrated integrates integrating interpret",
    "interpreted invert inverted inverting invoke invoking involve involves isolate isolates isolating",
    "iterate iterating join keep keeps know knows lead leads leave leaves leaving left-multiply",
    "left-multiplying let's let’s look looking looks made make makes making manipulate match matches",
    "matching maximise maximised maximises maximising maximize maximized maximizes maximizing meet meets met",
    "minimise minimised minimises minimising minimize minimized minimizes minimizing move moved moves moving",
    "multiplied multiplies multiply multiplying need needed needs note noted notes notice noticed noticing",
    "observed observes observing obtaining occur occurs parametrise parametrize pass passes perform",
    "performed performing plugged plugs proceed proceeding produce produced produces propagate propagated",
    "propagates propagating prove proved proven proves provide provides pull pulling pulls put quantifies",
    "quantify raise raised raises raising reach reached reaches realise realize rearrange rearranged",
    "rearranges rearranging recall recalling recast recognise recognised recognising recognize recognized",
    "recognizing recollect recover recovers reduce reduced reducing reexpress refer refers regroup",
    "regrouping regularised regularized relate related relates relating remain remaining remains remember",
    "remembering represent representing require required requires resolve resolving result resulting results",
    "retrieve return returns reveal reveals rewrites rewriting saved seeing seen sees separate separates",
    "separating serve serves share shared showing shown shows simplified simplify simplifying solve solved",
    "solves solving sort split splits splitting stack stacking stacks stand stands start starts stay stays",
    "step steps stop stops subsitute substituted substitutes subtract subtracted subtracts sum summed",
    "summing sums taken takes telescope telescopes telescoping tell tells together track transform",
    "transformed transforming transforms translate translates transpose transposed transposes transposing",
    "turn turned turning understand understood undo unfold unfolding unfolds unroll unrolling used vanish",
    "vanished vanishes vanishing verified verifies verify verifying view viewed walk walks work worked",
    "working works wrote",
)
"""Verbs of calculating, proving and showing."""

NOUNS = _words(
    "accuracy addition additivity advance aid amount analogue analysis appendix application argument",
    "associativity axis backprop backpropagation backward basis bayes' beginning bit bound bounds bracket",
    "brackets calculation calculations calculus cancellation chain-rule chapter choice classification",
    "cofactor cofactors comparison computation computations consequence consequences context continuity",
    "control convenience count counterpart counts definition definitions denominator dependence derivation",
    "derivations description details diagram differentiation direction distributivity effect elimination end",
    "ends equality error-signal estimation evaluation example examples existence expansion exponentials",
    "exponentiation extension factorial factorials factorisation factorization figure flow formulation",
    "generality goal graph identity implementation importance incentive indexing indices induction inference",
    "information ingredient input-output insight integration interpretation intersection introduction",
    "intuition inversion keys kinetics lecture left lemma lemmas letters level linearity lookup machine",
    "machinery manner mapping mathematics maths maximisation maximization meaning means mile miles",
    "minimisation minimization multiplication nature need nets networks notations note notes numbers",
    "one-half operation operations optimisation optimization page paper paragraph part parts pass passes",
    "perspective physics picture piece pieces place point-of-view practice preceding process products proofs",
    "propagation properties proportionality purpose purposes quotient-rule reason reasoning reasons regard",
    "regularisation regularization remainder representation respect rest row-sums rule-of-thumb sampling",
    "section sense sentence setup shape shapes side sides sign signs simplicity simplification sketch",
    "solution solutions step-by-step steps structure subscript subscripts substitutions subtraction success",
    "successes summand summary summation superscript superscripts symmetry table tables technique terms",
    "theory thing things timestep timesteps tool tools topic total training transformation transpose trick",
    "trigonometry tutorial union unit units update use values variables vectors version view way ways word",
    "words work x-axis y-axis",
)
"""Nouns for calculations and what they are made of."""

OTHERS = _words(
    "according accordingly actually additive after afterwards again against ago ahead all along alongside",
    "alpha already altogether always among amongst analogous analogously another antisymmetric any anybody",
    "anything around as-is aside associative at available away back based basic because been before begin",
    "beginning behind being below beside besides beta bottom brief briefly came can certainly cf chi class",
    "classic clear clearly close collectively column-wise columnwise combinatorial come comes common",
    "commutative complete component-wise componentwise concerned consecutive convenient conveniently",
    "conventional cor corresponding cos crucial crucially current currently delta det detail",
    "differentiability direct directly distributive dot down during each earlier easier easily easy eight",
    "either elegant element-by-element element-wise elementary elementwise end-to-end entire entirely",
    "entrywise epsilon eq eqs equally eta every everybody everyone everything evident evidently exactly",
    "exempli exp explicitly familiar fifth fig five forward four fourth fully fundamental gamma given good",
    "gratia great hadamard handy having hence here's herein i'll i'm i-th ibid immediate immediately",
    "important in including independence individually inner-most innermost inside interesting intermediate",
    "invertibility it's itself j-th just k-th kappa key kronecker l-th lambda last later layer-wise",
    "layerwise left left-hand lem ln log long longer look lot main many matrix-matrix matrix-vector max me",
    "mechanical methodically min module more most mu much multi-layer multi-level multiplicative mutually my",
    "n-th namely nd neat neatly necessary nice nicely nine non-trivial now nu obvious obviously off omega",
    "once one-way ones onto onwards order original orthogonality our ours out outer outermost own pairwise",
    "particular per phi pi plain plainly plus pointwise powerful precisely previous previously prior",
    "probability-weighted prop psi purely quick quickly rd ready recursive recursively ref related relevant",
    "relu remaining remarkable required respectively responsible resulting rho right right-hand",
    "right-multiplying row-wise rowwise s-shaped same sec second see seen semi-definite separately seven",
    "several short shorter shortest sigma sigmoid similar similar-looking similarity simple simpler simplest",
    "simply sin since single six softmax softplus st standard still straight straightforward",
    "straightforwardly strictly strong successive successively such suitable sure symmetric symmetrical",
    "systematically t-th tan tanh tau ten term-by-term termwise th than thanks that's them themselves then",
    "there's thereby therein thereof theta they thing third thm though through throughout till time times",
    "today together too top totally toward towards tr trivial trivially twice twice-applying two-way",
    "unchanged under underlying up upon us valid versa very via vice was we'll we're we've well were when",
    "where's whereby wherever whole will within words worth xi yet you you'd you'll your zeroth zeta",
)
"""Words for the place, order and manner of what is said."""

PEOPLE = _words(
    "abel's archimedes bayes bayes's bellman bellman's bernoulli bernoulli's bessel's binet binet's",
    "blackwell boltzmann boltzmann's boyle's cauchy cauchy's cauchy-schwarz cayley cayley-hamilton",
    "chebyshev's clapeyron clausius cochran's cosine cosines coulomb's cramer cramer's de einstein's euler's",
    "faraday's faulhaber's fermat's fisher's fourier's fubini's galileo's gauss gauss's gibbs green's",
    "hamilton hamilton's heron heron's hesse's hooke's hölder's ito's itô's jacobi's jensen's kepler's",
    "kirchhoff's l'hopital's l'hôpital's lagrange lagrange's laplace's leibniz leibniz' leibniz's",
    "liouville's logarithms l’hôpital’s markov's maxwell's minkowski's moivre moivre's morrison newton's",
    "neyman ohm's parseval's pascal's pearson planck's poisson's pythagoras pythagoras's rao riemann's",
    "rolle's schwarz sherman sine sines snell's stefan stirling's stokes student's sylvester's tangents",
    "taylor's torricelli's vandermonde vandermonde's vieta vieta's wald wald's wallis weierstrass wien's",
    "wilson's wishart's woodbury",
)
"""After whom rules and theorems are called."""

NARROWING = _words(
    "antisymmetric balanced centered centred coherent conjugate critical degenerate disjoint dual harmonic",
    "identical incoherent independent odd orthogonal orthonormal perpendicular stationary steady",
    "uncorrelated",
)
"""Adjectives with which more holds than else: the squares of what is orthogonal add up."""

HAN = _words(
    "一 一个 一般地 一阶 三 三角形 上 上式 上面 下 下式 下面 不定积分 不等式 不难 与 且",
    "两 两边 个 中 中的 为 为什么 之 之前 之后 之和 之差 之比 之积 之间 乘 乘以 乘积 也",
    "也就是 也就是说 了 了解 二 二分类 二阶 二项式定理 于 于是 五 交叉熵 从 从而 他 代价",
    "代价函数 代入 代码 令 以上 以下 以及 任何 任意 会 估计 似然 似然函数 位 位移 体积",
    "余弦定理 作为 你 使 使得 使用 例 例如 依次 信息 信息熵 修正量 倒数 值 假定 偏导",
    "偏导数 偏微分 偏置 元素 全 全微分 全部 公式 公理 关于 其 其中 其次 具体地 内 内积 再",
    "再次 写为 写作 写成 减 减去 出 出现 函数 分别 分子 分布 分数 分母 分类 分部积分 分量",
    "列 则 利用 到 前 前向传播 前面 前项 力 功 功率 加 加上 加速度 动能 动量 势能",
    "勾股定理 包含 化为 化简 半径 协方差 单个 单位 单位向量 单位矩阵 即 即可 卷积 压强",
    "原函数 原则 参数 参见 又 及 反向 反向传播 发现 取 取值 变为 变成 变换 变量 另外 只需",
    "只需要 叫 叫做 可 可以 可得 可知 可见 右式 右边 各 合并 同时 同样 同理 名为 后 向量",
    "含 周长 命题 和 和式 商 四 回归 回想一下 因为 因式分解 因此 因而 图 图片 圆 在 地",
    "均值 坐标 基本 处 复合函数 复数 多分类 她 如 如下 如果 学习率 它 它们 它的 完成 定义",
    "定义为 定理 定积分 实数 容易 密度 密度函数 对 对于 对数 对数似然 导函数 导数 将 小数",
    "就 就是 层 展开 属于 嵌入 左式 左边 差 已知 已经 带 带入 常 常数 常量 幂 平方 并",
    "并且 应 应该 底 底数 开方 式 式子 引理 归纳 归纳法 当 很 得 得出 得到 得到了 得证",
    "微分 微积分 总之 总和 总数 恒等式 情况 想要 成立 我们 所以 所有 批量 把 拉格朗日 指数",
    "损失 损失函数 换元 接下来 接着 推导 推论 描述 提到 插入 改写 故 数 数列 数据 数据集",
    "整体 整数 整理 方差 方式 方法 方程 时 时候 时间 易得 易知 是 显然 显而易见 更新 最优",
    "最优解 最后 最大似然 最大值 最小值 最终 有 有了 有理数 期望 权值 权重 来 极大值 极小值",
    "极限 某 柯西 标准差 标签 标签值 标量 样本 样本数 根 根号 根据 梯度 检验 概率 次 欧拉",
    "正弦定理 正态分布 正数 此 此时 步 步骤 每个 比 比值 比如 求 求出 求出来 求和 求导",
    "求导得 求得 求极限 求积分 求解 池化 法则 注意 注意到 注意力 泰勒 洛必达 测试 海森矩阵",
    "温度 满足 激活函数 点 点积 然后 熵 牛顿 特别地 特征 特征值 特征向量 现在 理解 用 用到",
    "由 由上 由下 由于 由此 由此可得 电压 电流 电阻 百分比 的 目标函数 直径 直接 相乘 相减",
    "相加 相反数 相同 相等 相除 看作 看做 看出 看成 矢量 知道 矩阵 神经元 神经网络 秩 积分",
    "称 称为 移项 立方 第 第一 第三 第二 等于 等价 等价于 等价地 等号 等式 答 简化 简单地",
    "算 算出 类似地 系数 约分 级数 线 线性 线性变换 线性回归 结果 结论 给出 给定 绝对值",
    "继续 维 综上 综合 编写 网络 考察 考虑 而 能 能够 能量 自然对数 自然数 至此 若 范数",
    "莱布尼茨 行 行列式 表 表示 表达 表达式 要 见 观察 规则 角 角度 解 计算 计算得 让",
    "训练 训练集 记 记为 记作 设 证 证明 证毕 词向量 该 误差 说明 读者 贝叶斯 负数 质量",
    "距离 转置 输入 输出 输出层 边 边长 过 过后 过程 还 还是 这 这个 这些 这就是 这时",
    "这样 这里 进行 迹 逆 逆矩阵 逐元素 逐步 递推 通分 通过 通项 速度 逻辑 逻辑回归 那么",
    "那些 配方 里 里面 重新 链式 链式法则 长度 阶 除 除以 随机变量 隐藏层 雅可比矩阵 零",
    "零向量 零矩阵 需求 需要 面 面积 项 首先 驻点 验证 高 高斯 高阶 黑塞矩阵",
)
"""Chinese words, and the parts of which such sentences are made."""

WORDS = CALCULATING | NOUNS | OTHERS | PEOPLE

__all__ = ["CALCULATING", "HAN", "NARROWING", "PEOPLE", "WORDS"]
