using Latent.Shared;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Latent.Fitting;

/// <summary>Stochastic gradient descent: θ - α (g + λ θ).</summary>
/// <param name="parameters">The weights.</param>
/// <param name="learningRate">α.</param>
/// <param name="weightDecay">λ.</param>
internal sealed class Sgd(IEnumerable<Parameter> parameters, double learningRate, double weightDecay) : Optimizer(parameters, learningRate)
{
    /// <inheritdoc/>
    public override void Step()
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        using var size = Scalars.New(-LearningRate);
        foreach (var parameter in Parameters)
        {
            if (parameter.grad is { } gradient)
                parameter.add_(weightDecay == 0 ? gradient : gradient.add(parameter, Scalars.Get(weightDecay)), size);
        }
    }
}
