using TorchSharp.Interop;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>Adam whose weight decay shrinks the parameter itself (Loshchilov and Hutter, 2019).</summary>
public partial class AdamW : OptimizerHelper, IBetas
{
    public AdamW(
        IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)
    {
    }

    public AdamW(
        IEnumerable<ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        double weight_decay = 0, bool amsgrad = false, bool maximize = false)
    {
        RequireNonNegative(lr, "learning rate");
        RequireNonNegative(eps, "ε");
        RequireFraction(beta1, "beta1");
        RequireFraction(beta2, "beta2");
        RequireNonNegative(weight_decay, "weight_decay value");
        _defaults = new Options
        {
            LearningRate = lr,
            InitialLearningRate = lr,
            beta1 = beta1,
            beta2 = beta2,
            eps = eps,
            weight_decay = weight_decay,
            amsgrad = amsgrad,
            maximize = maximize,
        };
        foreach (var group in parameters) add_param_group(group);
    }

    public (double, double) Betas
    {
        get => ((Options)_defaults).Betas;
        set => ((Options)_defaults).Betas = value;
    }

    public override torch.Tensor step(Func<torch.Tensor>? closure = null) => _step<ParamGroup>(
        group =>
        {
            foreach (var parameter in group.Parameters)
            {
                using var gradient = parameter.grad;
                if (gradient is not null) Update(parameter, gradient, (State)_state[parameter.Handle], group.Options);
            }
        },
        closure);

    public override void add_param_group(Modules.ParamGroup param_group)
    {
        param_group.Options ??= new Options();
        ((Options)param_group.Options).Complete((Options)_defaults);
        Register(param_group, parameter => new State(parameter));
    }

    private static void Update(Parameter parameter, torch.Tensor gradient, State state, Options options)
    {
        state.step++;
        var lr = options.LearningRate!.Value;
        var stepSize = lr / (1 - Math.Pow(options.beta1!.Value, state.step));
        var rootOfCorrection = Math.Sqrt(1 - Math.Pow(options.beta2!.Value, state.step));
        if (!IsPlain(parameter, gradient, state.exp_avg, state.exp_avg_sq, state.max_exp_avg_sq))
        {
            UpdateByOperators(parameter, gradient, state, options, stepSize, rootOfCorrection);
            return;
        }

        Native.lt_adam(
            parameter.Handle,
            gradient.Handle,
            state.exp_avg.Handle,
            state.exp_avg_sq.Handle,
            state.max_exp_avg_sq?.Handle ?? 0,
            (float)options.beta1.Value,
            (float)options.beta2.Value,
            (float)options.eps!.Value,
            (float)stepSize,
            (float)(1 / rootOfCorrection),
            0f,
            (float)(1 - (lr * options.weight_decay!.Value)),
            options.maximize == true ? -1f : 1f);
    }

    private static void UpdateByOperators(
        Parameter parameter, torch.Tensor gradient, State state, Options options, double stepSize, double rootOfCorrection)
    {
        var (beta1, beta2) = options.Betas;
        var lr = options.LearningRate!.Value;
        if (options.maximize == true) gradient = -gradient;
        parameter.mul_(1 - (lr * options.weight_decay!.Value));
        state.exp_avg.mul_(beta1).add_(gradient, alpha: 1 - beta1);
        state.exp_avg_sq.mul_(beta2).addcmul_(gradient, gradient, value: 1 - beta2);
        var squares = state.exp_avg_sq;
        if (state.max_exp_avg_sq is { } largest)
        {
            largest.copy_(torch.maximum(largest, squares));
            squares = largest;
        }

        var denominator = (squares.sqrt() / rootOfCorrection).add_(options.eps!.Value);
        parameter.addcdiv_(state.exp_avg, denominator, value: -stepSize);
    }
}
