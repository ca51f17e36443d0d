using TorchSharp.Interop;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>RMSProp (Hinton, 2012): gradients divided by the root of their running mean square.</summary>
public partial class RMSProp : OptimizerHelper, IMomentum
{
    public RMSProp(
        IEnumerable<Parameter> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0,
        double momentum = 0.0, bool centered = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, alpha, eps, weight_decay, momentum, centered, maximize)
    {
    }

    public RMSProp(
        IEnumerable<ParamGroup> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0,
        double momentum = 0.0, bool centered = false, bool maximize = false)
    {
        RequireNonNegative(lr, "learning rate");
        RequireNonNegative(eps, "ε");
        RequireNonNegative(alpha, "alpha");
        RequireNonNegative(momentum, "momentum value");
        RequireNonNegative(weight_decay, "weight_decay value");
        _defaults = new Options
        {
            LearningRate = lr,
            InitialLearningRate = lr,
            alpha = alpha,
            eps = eps,
            weight_decay = weight_decay,
            momentum = momentum,
            centered = centered,
            maximize = maximize,
        };
        foreach (var group in parameters) add_param_group(group);
    }

    public double Momentum
    {
        get => ((Options)_defaults).momentum!.Value;
        set => ((Options)_defaults).momentum = value;
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
        if (!IsPlain(parameter, gradient, state.square_avg, state.momentum_buffer, state.grad_avg))
        {
            UpdateByOperators(parameter, gradient, state, options);
            return;
        }

        Native.lt_rmsprop(
            parameter.Handle,
            gradient.Handle,
            state.square_avg.Handle,
            options.centered == true ? state.grad_avg.Handle : 0,
            options.momentum > 0 ? state.momentum_buffer.Handle : 0,
            (float)options.LearningRate!.Value,
            (float)options.alpha!.Value,
            (float)options.eps!.Value,
            (float)options.weight_decay!.Value,
            (float)options.momentum!.Value,
            options.maximize == true ? -1f : 1f);
    }

    private static void UpdateByOperators(Parameter parameter, torch.Tensor gradient, State state, Options options)
    {
        var (alpha, momentum, lr) = (options.alpha!.Value, options.momentum!.Value, options.LearningRate!.Value);
        if (options.maximize == true) gradient = -gradient;
        if (options.weight_decay is not (null or 0)) gradient = gradient.add(parameter, alpha: options.weight_decay.Value);
        state.square_avg.mul_(alpha).addcmul_(gradient, gradient, value: 1 - alpha);
        var variance = state.square_avg;
        if (options.centered == true)
        {
            state.grad_avg.mul_(alpha).add_(gradient, alpha: 1 - alpha);
            variance = variance.addcmul(state.grad_avg, state.grad_avg, value: -1);
        }

        var root = variance.sqrt().add_(options.eps!.Value);
        if (momentum > 0) parameter.add_(state.momentum_buffer.mul_(momentum).addcdiv_(gradient, root, value: 1), alpha: -lr);
        else parameter.addcdiv_(gradient, root, value: -lr);
    }
}
