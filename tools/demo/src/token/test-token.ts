/** Made by compile.mjs from test-token.sol. */
export const TEST_TOKEN = {
  abi: [
    {
      inputs: [
        {
          internalType: 'string',
          name: 'symbol_',
          type: 'string',
        },
        {
          internalType: 'uint8',
          name: 'decimals_',
          type: 'uint8',
        },
      ],
      stateMutability: 'nonpayable',
      type: 'constructor',
    },
    {
      inputs: [
        {
          internalType: 'uint256',
          name: 'allowance',
          type: 'uint256',
        },
        {
          internalType: 'uint256',
          name: 'needed',
          type: 'uint256',
        },
      ],
      name: 'InsufficientAllowance',
      type: 'error',
    },
    {
      inputs: [
        {
          internalType: 'uint256',
          name: 'balance',
          type: 'uint256',
        },
        {
          internalType: 'uint256',
          name: 'needed',
          type: 'uint256',
        },
      ],
      name: 'InsufficientBalance',
      type: 'error',
    },
    {
      anonymous: false,
      inputs: [
        {
          indexed: true,
          internalType: 'address',
          name: 'owner',
          type: 'address',
        },
        {
          indexed: true,
          internalType: 'address',
          name: 'spender',
          type: 'address',
        },
        {
          indexed: false,
          internalType: 'uint256',
          name: 'value',
          type: 'uint256',
        },
      ],
      name: 'Approval',
      type: 'event',
    },
    {
      anonymous: false,
      inputs: [
        {
          indexed: true,
          internalType: 'address',
          name: 'from',
          type: 'address',
        },
        {
          indexed: true,
          internalType: 'address',
          name: 'to',
          type: 'address',
        },
        {
          indexed: false,
          internalType: 'uint256',
          name: 'value',
          type: 'uint256',
        },
      ],
      name: 'Transfer',
      type: 'event',
    },
    {
      inputs: [
        {
          internalType: 'address',
          name: '',
          type: 'address',
        },
        {
          internalType: 'address',
          name: '',
          type: 'address',
        },
      ],
      name: 'allowance',
      outputs: [
        {
          internalType: 'uint256',
          name: '',
          type: 'uint256',
        },
      ],
      stateMutability: 'view',
      type: 'function',
    },
    {
      inputs: [
        {
          internalType: 'address',
          name: 'spender',
          type: 'address',
        },
        {
          internalType: 'uint256',
          name: 'value',
          type: 'uint256',
        },
      ],
      name: 'approve',
      outputs: [
        {
          internalType: 'bool',
          name: '',
          type: 'bool',
        },
      ],
      stateMutability: 'nonpayable',
      type: 'function',
    },
    {
      inputs: [
        {
          internalType: 'address',
          name: '',
          type: 'address',
        },
      ],
      name: 'balanceOf',
      outputs: [
        {
          internalType: 'uint256',
          name: '',
          type: 'uint256',
        },
      ],
      stateMutability: 'view',
      type: 'function',
    },
    {
      inputs: [],
      name: 'decimals',
      outputs: [
        {
          internalType: 'uint8',
          name: '',
          type: 'uint8',
        },
      ],
      stateMutability: 'view',
      type: 'function',
    },
    {
      inputs: [
        {
          internalType: 'address',
          name: 'to',
          type: 'address',
        },
        {
          internalType: 'uint256',
          name: 'value',
          type: 'uint256',
        },
      ],
      name: 'mint',
      outputs: [],
      stateMutability: 'nonpayable',
      type: 'function',
    },
    {
      inputs: [],
      name: 'name',
      outputs: [
        {
          internalType: 'string',
          name: '',
          type: 'string',
        },
      ],
      stateMutability: 'view',
      type: 'function',
    },
    {
      inputs: [],
      name: 'symbol',
      outputs: [
        {
          internalType: 'string',
          name: '',
          type: 'string',
        },
      ],
      stateMutability: 'view',
      type: 'function',
    },
    {
      inputs: [],
      name: 'totalSupply',
      outputs: [
        {
          internalType: 'uint256',
          name: '',
          type: 'uint256',
        },
      ],
      stateMutability: 'view',
      type: 'function',
    },
    {
      inputs: [
        {
          internalType: 'address',
          name: 'to',
          type: 'address',
        },
        {
          internalType: 'uint256',
          name: 'value',
          type: 'uint256',
        },
      ],
      name: 'transfer',
      outputs: [
        {
          internalType: 'bool',
          name: '',
          type: 'bool',
        },
      ],
      stateMutability: 'nonpayable',
      type: 'function',
    },
    {
      inputs: [
        {
          internalType: 'address',
          name: 'from',
          type: 'address',
        },
        {
          internalType: 'address',
          name: 'to',
          type: 'address',
        },
        {
          internalType: 'uint256',
          name: 'value',
          type: 'uint256',
        },
      ],
      name: 'transferFrom',
      outputs: [
        {
          internalType: 'bool',
          name: '',
          type: 'bool',
        },
      ],
      stateMutability: 'nonpayable',
      type: 'function',
    },
  ],
  bytecode:
    '0x60a060405234801561001057600080fd5b5060405161094c38038061094c83398101604081905261002f91610081565b600061003b83826101f4565b50600161004883826101f4565b5060ff16608052506102b6565b634e487b7160e01b600052604160045260246000fd5b805160ff8116811461007c57600080fd5b919050565b6000806040838503121561009457600080fd5b82516001600160401b038111156100aa57600080fd5b8301601f810185136100bb57600080fd5b80516001600160401b038111156100d4576100d4610055565b604051601f8201601f19908116603f011681016001600160401b038111828210171561010257610102610055565b60405281815282820160200187101561011a57600080fd5b60005b828110156101395760208185018101518383018201520161011d565b506000602083830101528094505050506101556020840161006b565b90509250929050565b600181811c9082168061017257607f821691505b60208210810361019257634e487b7160e01b600052602260045260246000fd5b50919050565b601f8211156101ef57828211156101ef57806000526020600020601f840160051c60208510156101c6575060005b90810190601f840160051c0360005b818110156101eb576000838201556001016101d5565b5050505b505050565b81516001600160401b0381111561020d5761020d610055565b6102218161021b845461015e565b84610198565b6020601f821160018114610255576000831561023d5750848201515b600019600385901b1c1916600184901b1784556102af565b600084815260208120601f198516915b828110156102855787850151825560209485019460019092019101610265565b50848210156102a35786840151600019600387901b60f8161c191681555b505060018360011b0184555b5050505050565b60805161067b6102d16000396000610113015261067b6000f3fe608060405234801561001057600080fd5b506004361061009e5760003560e01c806340c10f191161006657806340c10f191461014757806370a082311461015c57806395d89b411461017c578063a9059cbb14610184578063dd62ed3e1461019757600080fd5b806306fdde03146100a3578063095ea7b3146100c157806318160ddd146100e457806323b872dd146100fb578063313ce5671461010e575b600080fd5b6100ab6101c2565b6040516100b891906104df565b60405180910390f35b6100d46100cf366004610549565b610250565b60405190151581526020016100b8565b6100ed60025481565b6040519081526020016100b8565b6100d4610109366004610573565b6102bd565b6101357f000000000000000000000000000000000000000000000000000000000000000081565b60405160ff90911681526020016100b8565b61015a610155366004610549565b610355565b005b6100ed61016a3660046105b0565b60036020526000908152604090205481565b6100ab6103de565b6100d4610192366004610549565b6103eb565b6100ed6101a53660046105d2565b600460209081526000928352604080842090915290825290205481565b600080546101cf90610605565b80601f01602080910402602001604051908101604052809291908181526020018280546101fb90610605565b80156102485780601f1061021d57610100808354040283529160200191610248565b820191906000526020600020905b81548152906001019060200180831161022b57829003601f168201915b505050505081565b3360008181526004602090815260408083206001600160a01b038716808552925280832085905551919290917f8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b925906102ab9086815260200190565b60405180910390a35060015b92915050565b6001600160a01b0383166000908152600460209081526040808320338452909152812054828110156103115760405163054365bb60e31b815260048101829052602481018490526044015b60405180910390fd5b61031b8382610655565b6001600160a01b038616600090815260046020908152604080832033845290915290205561034a858585610401565b506001949350505050565b80600260008282546103679190610668565b90915550506001600160a01b03821660009081526003602052604081208054839290610394908490610668565b90915550506040518181526001600160a01b038316906000907fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef9060200160405180910390a35050565b600180546101cf90610605565b60006103f8338484610401565b50600192915050565b6001600160a01b038316600090815260036020526040902054818110156104455760405163cf47918160e01b81526004810182905260248101839052604401610308565b61044f8282610655565b6001600160a01b038086166000908152600360205260408082209390935590851681529081208054849290610485908490610668565b92505081905550826001600160a01b0316846001600160a01b03167fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef846040516104d191815260200190565b60405180910390a350505050565b602081526000825180602084015260005b8181101561050d57602081860181015160408684010152016104f0565b506000604082850101526040601f19601f83011684010191505092915050565b80356001600160a01b038116811461054457600080fd5b919050565b6000806040838503121561055c57600080fd5b6105658361052d565b946020939093013593505050565b60008060006060848603121561058857600080fd5b6105918461052d565b925061059f6020850161052d565b929592945050506040919091013590565b6000602082840312156105c257600080fd5b6105cb8261052d565b9392505050565b600080604083850312156105e557600080fd5b6105ee8361052d565b91506105fc6020840161052d565b90509250929050565b600181811c9082168061061957607f821691505b60208210810361063957634e487b7160e01b600052602260045260246000fd5b50919050565b634e487b7160e01b600052601160045260246000fd5b818103818111156102b7576102b761063f565b808201808211156102b7576102b761063f56',
} as const;
