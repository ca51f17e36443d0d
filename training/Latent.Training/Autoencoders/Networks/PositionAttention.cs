using Latent.Imaging;
using Latent.Onnx;
using Latent.Training.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Latent.Training.Autoencoders.Networks;

/// <summary>
/// Self-attention over the positions of [batch, channels, height, width], with a learned positional embedding, so that
/// attention depends on the position.
/// </summary>
public sealed class PositionAttention : PortableModule
{
    // The field name is a state_dict key.
    private readonly Parameter place;
    private readonly SelfAttention attention;
    private readonly ImageShape shape;

    internal PositionAttention(ImageShape shape, long heads)
        : base(nameof(PositionAttention))
    {
        this.shape = shape;
        place = DetachedParameter.Create(zeros(Positions, shape.Channels));
        attention = new SelfAttention(Positions, shape.Channels, heads);
        RegisterComponents();
    }

    private long Positions => (long)shape.Height * shape.Width;

    /// <inheritdoc/>
    public override V Forward<V>(V x)
    {
        var positions = x.Reshape(-1, shape.Channels, Positions).Permute(0, 2, 1) + x.Weight(place);   // [batch, positions, channels]
        return positions.Apply(attention).Permute(0, 2, 1).Reshape(-1, shape.Channels, shape.Height, shape.Width);
    }
}
