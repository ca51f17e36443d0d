using TorchSharp.Interop;

namespace TorchSharp.Modules;

/// <summary>One step of Adam, with weight decay on the gradient or, decoupled, on the parameter itself.</summary>
internal static class AdamUpdate
{
    public static void Apply(Parameter parameter, torch.Tensor gradient, AdamState state, AdamOptions options, bool isDecoupled)
    {
        state.step++;
        var lr = options.LearningRate!.Value;
        var decay = options.weight_decay!.Value;
        var stepSize = lr / (1 - Math.Pow(options.beta1!.Value, state.step));
        var rootOfCorrection = Math.Sqrt(1 - Math.Pow(options.beta2!.Value, state.step));
        if (!OptimizerHelper.IsPlain(parameter, gradient, state.exp_avg, state.exp_avg_sq, state.max_exp_avg_sq))
        {
            ApplyByOperators(parameter, gradient, state, options, isDecoupled, stepSize, rootOfCorrection);
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
            isDecoupled ? 0f : (float)decay,
            isDecoupled ? (float)(1 - (lr * decay)) : 1f,
            options.maximize == true ? -1f : 1f);
    }

    private static void ApplyByOperators(
        Parameter parameter, torch.Tensor gradient, AdamState state, AdamOptions options, bool isDecoupled, double stepSize, double rootOfCorrection)
    {
        var (beta1, beta2) = options.Betas;
        if (options.maximize == true) gradient = -gradient;
        var decay = options.weight_decay!.Value;
        if (isDecoupled) parameter.mul_(1 - (options.LearningRate!.Value * decay));
        else if (decay != 0) gradient = gradient.add(parameter, alpha: decay);
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
