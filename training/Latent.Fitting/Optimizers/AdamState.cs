using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Latent.Fitting;

/// <summary>The state of Adam for a weight.</summary>
/// <param name="parameter">The weight.</param>
internal sealed class AdamState(Parameter parameter) : IDisposable
{
    /// <summary>The weight.</summary>
    public Parameter Parameter => parameter;

    /// <summary>The number of steps that updated it.</summary>
    public long Steps { get; set; }

    /// <summary>The moving average of its gradients (first moment).</summary>
    public Tensor Mean { get; } = zeros_like(parameter).detach().DetachFromDisposeScope();

    /// <summary>The moving average of its squared gradients (second moment).</summary>
    public Tensor Square { get; } = zeros_like(parameter).detach().DetachFromDisposeScope();

    /// <summary>Writes the steps and both averages.</summary>
    public void Save(BinaryWriter writer)
    {
        writer.Write(Steps);
        Mean.Save(writer);
        Square.Save(writer);
    }

    /// <summary>Reads the state that <see cref="Save"/> wrote.</summary>
    public void Load(BinaryReader reader)
    {
        Steps = reader.ReadInt64();
        Mean.Load(reader);
        Square.Load(reader);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Mean.Dispose();
        Square.Dispose();
    }
}
