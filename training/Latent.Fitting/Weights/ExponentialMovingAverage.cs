using Latent.Shared;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Fitting;

/// <summary>
/// The exponential moving average of a model's weights (Polyak and Juditsky, "Acceleration of stochastic approximation
/// by averaging", 1992): after step n it is d · average + (1 - d) · weights, where d is the decay, or (1 + n) / (10 + n)
/// while that is less, so that the initial weights fade quickly. Buffers are copied unchanged.
/// </summary>
/// <param name="model">The model under training.</param>
/// <param name="decay">More than 0, less than 1.</param>
internal sealed class ExponentialMovingAverage(Module model, double decay) : IDisposable
{
    private readonly HashSet<string> bufferKeys = [.. model.named_buffers().Select(named => named.name)];

    /// <summary>The average; empty before the first step.</summary>
    public WeightSnapshot Weights { get; } = new();

    /// <summary>The number of averaged steps.</summary>
    public long Steps { get; private set; }

    /// <summary>Adds the weights after a step to the average.</summary>
    public void Add()
    {
        if (Weights.IsEmpty)
            Weights.Take(model);
        Steps++;
        var share = 1 - Math.Min(decay, (1.0 + Steps) / (10 + Steps));

        using var frozen = no_grad();
        using var ofNew = Scalars.New(share);
        using var ofOld = Scalars.New(1 - share);
        foreach (var (key, weight) in model.state_dict())
        {
            if (bufferKeys.Contains(key))
                Weights[key].copy_(weight);
            else
                Weights[key].mul_(ofOld).add_(weight, ofNew);
        }
    }

    /// <summary>Restores the state of an earlier run, except <see cref="Weights"/>, which are loaded separately.</summary>
    public void Continue(long steps) => Steps = steps;

    /// <summary>
    /// Copies the average into the model until the returned value is disposed, which restores the weights under training.
    /// </summary>
    public IDisposable Lend() => Weights.Lend(model);

    /// <summary>Copies the average into the model permanently.</summary>
    public void CopyToModel() => Weights.Give(model);

    /// <summary>Frees the average.</summary>
    public void Dispose() => Weights.Dispose();
}
