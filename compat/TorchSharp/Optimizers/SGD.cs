using TorchSharp.Interop;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>Gradient descent, with momentum (Nesterov's too) and weight decay.</summary>
public partial class SGD : OptimizerHelper, IMomentum
{
    public SGD(
        IEnumerable<Parameter> parameters, double lr, double momentum = 0.0, double dampening = 0, double weight_decay = 0,
        bool nesterov = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, momentum, dampening, weight_decay, nesterov, maximize)
    {
    }

    public SGD(
        IEnumerable<ParamGroup> parameters, double lr, double momentum = 0.0, double dampening = 0, double weight_decay = 0,
        bool nesterov = false, bool maximize = false)
    {
        RequireNonNegative(lr, "learning rate");
        RequireNonNegative(momentum, "momentum value");
        RequireNonNegative(weight_decay, "weight_decay value");
        if (nesterov && (momentum <= 0 || dampening != 0)) throw new ArgumentException("Nesterov momentum requires a momentum and zero dampening");
        _defaults = new Options
        {
            LearningRate = lr,
            InitialLearningRate = lr,
            momentum = momentum,
            dampening = dampening,
            weight_decay = weight_decay,
            nesterov = nesterov,
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
        var momentum = options.momentum!.Value;
        var dampening = options.dampening!.Value;
        var stepSize = options.maximize == true ? -options.LearningRate!.Value : options.LearningRate!.Value;
        if (momentum != 0 && state.momentum_buffer is null)
        {
            // The first velocity is the whole gradient.
            state.momentum_buffer = torch.zeros_like(parameter).DetachFromDisposeScope();
            dampening = 0;
        }

        var velocity = momentum != 0 ? state.momentum_buffer : null;
        if (IsPlain(parameter, gradient, velocity))
        {
            Native.lt_sgd(
                parameter.Handle, gradient.Handle, velocity?.Handle ?? 0,
                (float)stepSize, (float)momentum, (float)dampening, (float)options.weight_decay!.Value, options.nesterov == true ? 1 : 0);
            return;
        }

        if (options.weight_decay is not (null or 0)) gradient = gradient.add(parameter, alpha: options.weight_decay.Value);
        if (velocity is not null)
        {
            velocity.mul_(momentum).add_(gradient, alpha: 1 - dampening);
            gradient = options.nesterov == true ? gradient.add(velocity, alpha: momentum) : velocity;
        }

        parameter.add_(gradient, alpha: -stepSize);
    }
}
