using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Latent.Training.Layers;

/// <summary>Creates parameters that live as long as their module, like those of TorchSharp's layers.</summary>
internal static class DetachedParameter
{
    /// <summary>Creates a parameter that no dispose scope frees.</summary>
    /// <param name="start">The initial value.</param>
    public static Parameter Create(Tensor start)
    {
        var parameter = new Parameter(start);
        parameter.DetachFromDisposeScope();
        return parameter;
    }
}
