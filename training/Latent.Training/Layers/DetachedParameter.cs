using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Latent.Training.Layers;

/// <summary>Makes parameters that live as long as their module, as those of TorchSharp's layers do.</summary>
internal static class DetachedParameter
{
    /// <summary>A parameter that no dispose scope frees.</summary>
    /// <param name="start">Its first value.</param>
    public static Parameter Create(Tensor start)
    {
        var parameter = new Parameter(start);
        parameter.DetachFromDisposeScope();
        return parameter;
    }
}
