namespace TorchSharp;

public static partial class torch
{
    public static void save(Tensor t, string location) => t.save(location);

    public static Tensor load(string location) => Tensor.load(location);

    public partial class Tensor
    {
        public static Tensor load(string location)
        {
            using var stream = File.OpenRead(location);
            using var reader = new BinaryReader(stream);
            return TensorExtensionMethods.Load(reader);
        }

        public void save(string location)
        {
            using var stream = File.Create(location);
            TensorExtensionMethods.Save(this, stream);
        }
    }
}
