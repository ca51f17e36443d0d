using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests.Modules;

/// <summary>Layers in a list, and heads by name: [batch, width] to [batch, 5].</summary>
internal sealed class Branches : PortableModule
{
    private readonly ModuleList<Linear> layers;
    private readonly ModuleDict<Linear> heads = ModuleDict<Linear>();

    public Branches(long width)
        : base(nameof(Branches))
    {
        layers = ModuleList(Linear(width, width), Linear(width, width));
        heads.Add("narrow", Linear(width, 2));
        heads.Add("wide", Linear(width, 3));
        RegisterComponents();
    }

    public override V Forward<V>(V x)
    {
        foreach (var layer in layers)
            x = x.Apply(layer).Tanh() + x;
        return V.Concat(-1, x.Apply(heads["narrow"]), x.Apply(heads["wide"]));
    }
}
