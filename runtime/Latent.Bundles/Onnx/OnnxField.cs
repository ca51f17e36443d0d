namespace Latent.Bundles;

/// <summary>Field numbers of the ONNX format (onnx.proto) that the checks read.</summary>
internal static class OnnxField
{
    public const int ModelGraph = 7;
    public const int ModelTrainingInfo = 20;
    public const int ModelFunctions = 25;

    public const int GraphNode = 1;
    public const int GraphInitializer = 5;
    public const int GraphSparseInitializer = 15;

    public const int NodeInput = 1;
    public const int NodeOperation = 4;
    public const int NodeAttribute = 5;

    public const int AttributeTensor = 5;
    public const int AttributeGraph = 6;
    public const int AttributeTensors = 10;
    public const int AttributeGraphs = 11;
    public const int AttributeSparseTensor = 22;
    public const int AttributeSparseTensors = 23;

    public const int TensorDims = 1;
    public const int TensorDataType = 2;
    public const int TensorName = 8;
    public const int TensorRawData = 9;
    public const int TensorExternalData = 13;
    public const int TensorDataLocation = 14;

    public const int EntryKey = 1;
    public const int EntryValue = 2;
}
