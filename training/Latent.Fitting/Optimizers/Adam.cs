using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Latent.Fitting;

/// <summary>
/// Adam (Kingma and Ba 2015), and with decoupled weight decay AdamW (Loshchilov and Hutter 2019). A fused LibTorch
/// operation updates weights on the CPU; tensor operations update all others.
/// </summary>
internal sealed class Adam : Optimizer
{
    private readonly double weightDecay;
    private readonly bool isDecoupled;
    private readonly bool mayFuse;
    private readonly AdamState[] states;

    /// <param name="parameters">The weights.</param>
    /// <param name="learningRate">The learning rate.</param>
    /// <param name="weightDecay">The weight decay.</param>
    /// <param name="isDecoupled">Whether weight decay is decoupled from the gradient, as in AdamW.</param>
    /// <param name="mayFuse">Whether the fused operation may be used; tests disable it.</param>
    public Adam(IEnumerable<Parameter> parameters, double learningRate, double weightDecay, bool isDecoupled, bool mayFuse = true)
        : base(parameters, learningRate)
    {
        this.weightDecay = weightDecay;
        this.isDecoupled = isDecoupled;
        this.mayFuse = mayFuse && FusedAdamStep.IsAvailable;
        states = [.. Parameters.Select(parameter => new AdamState(parameter))];
    }

    /// <inheritdoc/>
    public override void Step()
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var settings = new AdamSettings(LearningRate, weightDecay, isDecoupled);
        var moving = new List<(AdamState State, Tensor Gradient)>(states.Length);
        foreach (var state in states)
        {
            if (state.Parameter.grad is not { } gradient)
                continue;
            state.Steps++;
            if (mayFuse && FusedAdamStep.Takes(state.Parameter, gradient))
                moving.Add((state, gradient));
            else
                AdamStep.Run(state, gradient, settings);
        }

        // Usually all weights have the same number of steps, which gives one group.
        foreach (var group in moving.GroupBy(pair => pair.State.Steps))
            FusedAdamStep.Run([.. group], group.Key, settings);
    }

    /// <inheritdoc/>
    public override void Save(BinaryWriter writer)
    {
        writer.Write(states.Length);
        foreach (var state in states)
            state.Save(writer);
    }

    /// <inheritdoc/>
    public override void Load(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        if (count != states.Length)
            throw new InvalidDataException($"it contains optimizer state for {count} weights, but the model has {states.Length}");
        foreach (var state in states)
            state.Load(reader);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        foreach (var state in states)
            state.Dispose();
    }
}
