namespace TorchSharp.Modules;

public sealed class MultiheadAttention : torch.nn.Module<torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor?, bool, torch.Tensor?, Tuple<torch.Tensor, torch.Tensor>>
{
    private readonly long heads;
    private readonly double dropout;
    private readonly bool zeroKey;

    internal MultiheadAttention(long size, long heads, double dropout, bool bias, bool biasKeys, bool zeroKey, long keySize, long valueSize)
        : base(nameof(MultiheadAttention))
    {
        (this.heads, this.dropout, this.zeroKey) = (heads, dropout, zeroKey);
        new TransformerParameters(register_parameter).AddAttention("", size, bias, biasKeys, keySize, valueSize);
    }

    public override Tuple<torch.Tensor, torch.Tensor> forward(
        torch.Tensor query, torch.Tensor key, torch.Tensor value, torch.Tensor? key_padding_mask, bool need_weights, torch.Tensor? attn_mask)
    {
        var (output, weights) = new TransformerMath(this, heads, dropout).Attend("", query, key, value, key_padding_mask, attn_mask, zeroKey);
        return Tuple.Create(output, need_weights ? weights : null!);
    }

    public new Tuple<torch.Tensor, torch.Tensor> call(
        torch.Tensor query, torch.Tensor key, torch.Tensor value, torch.Tensor? key_padding_mask = null, bool need_weights = true, torch.Tensor? attn_mask = null) =>
        base.call(query, key, value, key_padding_mask, need_weights, attn_mask);
}
