namespace TorchSharp.Modules;

public sealed class TransformerEncoder : torch.nn.Module<torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor>, torch.nn.IModule<torch.Tensor, torch.Tensor, torch.Tensor>, torch.nn.IModule<torch.Tensor, torch.Tensor>
{
    private readonly long count;
    private readonly long heads;
    private readonly double dropout;
    private readonly torch.nn.Activations activation;

    internal TransformerEncoder(TransformerEncoderLayer layer, long count)
        : base(nameof(TransformerEncoder))
    {
        (this.count, heads, dropout, activation) = (count, layer.Heads, layer.Dropout, layer.Activation);
        for (var i = 0L; i < count; i++)
            layer.AddTo(register_parameter, $"layers.{i}.");
        StackedLayers.CopyInto(this, layer);
    }

    public override torch.Tensor forward(torch.Tensor src, torch.Tensor src_mask, torch.Tensor src_key_padding_mask)
    {
        var math = new TransformerMath(this, heads, dropout);
        for (var i = 0L; i < count; i++)
            src = math.Encode($"layers.{i}.", src, activation, src_mask, src_key_padding_mask);
        return src;
    }

    public torch.Tensor call(torch.Tensor src, torch.Tensor src_mask) => base.call(src, src_mask, null!);

    public torch.Tensor call(torch.Tensor src) => base.call(src, null!, null!);
}
