namespace TorchSharp.Modules;

public sealed class TransformerDecoder : torch.nn.Module<torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor>
{
    private readonly long count;
    private readonly long heads;
    private readonly double dropout;
    private readonly torch.nn.Activations activation;

    internal TransformerDecoder(TransformerDecoderLayer layer, long count)
        : base(nameof(TransformerDecoder))
    {
        (this.count, heads, dropout, activation) = (count, layer.Heads, layer.Dropout, layer.Activation);
        for (var i = 0L; i < count; i++)
            layer.AddTo(register_parameter, $"layers.{i}.");
        StackedLayers.CopyInto(this, layer);
    }

    public override torch.Tensor forward(
        torch.Tensor tgt, torch.Tensor memory, torch.Tensor tgt_mask, torch.Tensor memory_mask = null!, torch.Tensor tgt_key_padding_mask = null!, torch.Tensor memory_key_padding_mask = null!)
    {
        var math = new TransformerMath(this, heads, dropout);
        for (var i = 0L; i < count; i++)
            tgt = math.Decode($"layers.{i}.", tgt, memory, activation, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);
        return tgt;
    }

    public new torch.Tensor call(
        torch.Tensor tgt, torch.Tensor memory, torch.Tensor tgt_mask, torch.Tensor memory_mask = null!, torch.Tensor tgt_key_padding_mask = null!, torch.Tensor memory_key_padding_mask = null!) =>
        base.call(tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);

    public torch.Tensor call(torch.Tensor tgt, torch.Tensor memory) => base.call(tgt, memory, null!, null!, null!, null!);
}
