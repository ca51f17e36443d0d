namespace Latent.Onnx.Converters;

/// <summary>The explicit list of supported layers.</summary>
internal static class BuiltIn
{
    public static ConverterRegistry AddTo(ConverterRegistry registry)
    {
        registry = ContainerConverter.AddTo(registry);
        registry = LinearConverter.AddTo(registry);
        registry = ConvolutionConverter.AddTo(registry);
        registry = ConvTransposeConverter.AddTo(registry);
        registry = PoolingConverter.AddTo(registry);
        registry = UnpoolingConverter.AddTo(registry);
        registry = AdaptivePoolingConverter.AddTo(registry);
        registry = PaddingConverter.AddTo(registry);
        registry = UpsampleConverter.AddTo(registry);
        registry = ShuffleConverter.AddTo(registry);
        registry = FoldConverter.AddTo(registry);
        registry = PairConverter.AddTo(registry);
        registry = EmbeddingBagConverter.AddTo(registry);
        registry = InstanceNormConverter.AddTo(registry);
        registry = LocalResponseNormConverter.AddTo(registry);
        registry = BatchNormConverter.AddTo(registry);
        registry = LayerNormConverter.AddTo(registry);
        registry = GroupNormConverter.AddTo(registry);
        registry = EmbeddingConverter.AddTo(registry);
        registry = RecurrentConverter.AddTo(registry);
        registry = RecurrentCellConverter.AddTo(registry);
        registry = AttentionConverter.AddTo(registry);
        registry = TransformerConverter.AddTo(registry);
        registry = ShapeConverter.AddTo(registry);
        return ActivationConverter.AddTo(registry);
    }
}
